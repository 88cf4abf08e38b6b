package dev.handrail.web.walk;

/**
 * One of several things to choose from.
 *
 * @param value as the form sends it back
 * @param words what people read
 */
public record Choice(String value, String words) {}
