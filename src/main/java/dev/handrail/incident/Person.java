package dev.handrail.incident;

/**
 * Somebody who did something.
 *
 * @param id Slack's user id
 * @param name what people call them, as it was at the time
 */
public record Person(String id, String name) {
    /** Returns whether they are the same person, whatever people call them now. */
    public boolean is(Person other) {
        return id.equals(other.id);
    }
}
