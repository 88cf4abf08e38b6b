package dev.handrail.ownership;

/**
 * A team or person answerable for a failure mode; the end of its escalation.
 *
 * @param name what people call the owner
 */
public record Owner(OwnerId id, String name, EscalationPolicy policy) {}
