package dev.handrail.incident;

/**
 * Somebody who did something.
 *
 * @param id Slack's user id; for somebody whom Slack does not know {@code mailto:} and an address, or
 *     {@code pagerduty:} and the id there
 * @param name what people call them, as it was at the time
 */
public record Person(String id, String name) {
    /** Says whether Slack knows them, and so can mention them. */
    public boolean inSlack() {
        return id.indexOf(':') < 0;
    }

    /** Returns whether they are the same person, whatever people call them now. */
    public boolean is(Person other) {
        return id.equals(other.id);
    }
}
