package dev.handrail.web.access;

import dev.handrail.platform.HmacSha256;
import dev.handrail.platform.access.KeptKeys;
import io.micronaut.core.util.SupplierUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Our mark on text that a browser keeps for us: it can be read there, and not be changed. Its key is kept, other than that of
 * sessions: whoever walks an incident at night with nothing but the link of a mail must not be locked out by a restart, or by
 * the replica that answers next.
 */
@Singleton
public final class Seal {
    private static final char POINT = '.';

    private static final String NAME = "seal";

    private final Supplier<byte[]> key;

    Seal(KeptKeys keys) {
        key = SupplierUtil.memoizedNonEmpty(() -> bytes(keys.of(NAME)));
    }

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
        return HmacSha256.hex(key.get(), bytes(purpose + "\n"), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
