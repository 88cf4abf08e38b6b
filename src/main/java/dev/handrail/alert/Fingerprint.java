package dev.handrail.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.handrail.platform.Sha256;
import java.util.Map;
import java.util.TreeMap;

/** The stable identity of an alert, from its labels: equal for firing and resolved. The sender's own where it has one. */
public record Fingerprint(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fingerprint {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a fingerprint must not be blank");
        }
    }

    /** Returns the identity of a set of labels from a sender that names none itself. */
    public static Fingerprint of(Map<String, String> labels) {
        var identity = new StringBuilder();
        new TreeMap<>(labels)
                .forEach((name, value) ->
                        identity.append(name).append('\u0000').append(value).append('\u0000'));
        return new Fingerprint(Sha256.of(identity.toString()).substring(0, 16));
    }
}
