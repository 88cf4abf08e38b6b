package dev.handrail.web.access;

import dev.handrail.platform.HmacSha256;
import dev.handrail.platform.access.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Our mark on text that a browser keeps for us: it can be read there, and not be changed. The key is made at each start and never
 * stored, like that of sessions: after a restart nothing that was marked before is taken back.
 */
@Singleton
public final class Seal {
    private static final char POINT = '.';

    private final byte[] key = bytes(Secrets.random());

    /**
     * Returns the text with our mark, in characters that a cookie may have.
     *
     * @param purpose what the text is for: marked for one thing, it is good for nothing else
     */
    public String close(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text)) + POINT + mark(purpose, text);
    }

    /** Returns the text; empty where the mark is missing, or not ours for that purpose. */
    public Optional<String> open(String purpose, String sealed) {
        var point = sealed.indexOf(POINT);
        return point < 0
                ? Optional.empty()
                : text(sealed.substring(0, point))
                        .filter(text ->
                                MessageDigest.isEqual(bytes(mark(purpose, text)), bytes(sealed.substring(point + 1))));
    }

    private static Optional<String> text(String encoded) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String mark(String purpose, String text) {
        return HmacSha256.hex(key, bytes(purpose + "\n"), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
