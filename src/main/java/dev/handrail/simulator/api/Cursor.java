package dev.handrail.simulator.api;

import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The opaque text with which a caller asks for the next page. */
final class Cursor {
    private static final String PREFIX = "next:";

    private Cursor() {}

    static String of(String place) {
        return Base64.getEncoder().encodeToString((PREFIX + place).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> place(Arguments arguments) {
        return arguments.text("cursor").map(Cursor::decoded);
    }

    static int offset(Arguments arguments) {
        try {
            return place(arguments).map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException e) {
            throw invalid(e);
        }
    }

    private static String decoded(String cursor) {
        try {
            var text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(PREFIX)) {
                return text.substring(PREFIX.length());
            }
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
        throw new Refusal("invalid_cursor");
    }

    private static Refusal invalid(IllegalArgumentException cause) {
        var refusal = new Refusal("invalid_cursor");
        refusal.initCause(cause);
        return refusal;
    }
}
