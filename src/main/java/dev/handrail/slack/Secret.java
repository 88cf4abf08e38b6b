package dev.handrail.slack;

import java.nio.charset.StandardCharsets;

/** Something that must not be shown: it is not in {@code toString}, and so in no log. */
public record Secret(String value) {
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secret[not shown]";
    }
}
