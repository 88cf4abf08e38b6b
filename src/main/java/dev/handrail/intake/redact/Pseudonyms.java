package dev.handrail.intake.redact;

import com.google.re2j.Pattern;
import dev.handrail.platform.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What stands where a secret stood: {@code [redacted:3fa9c1b2d4]}. Equal secrets have equal ones, because labels identify an
 * alert: were all the same, two customers' failures would be one. The digits are of an HMAC, so that nobody without the key of
 * this installation can try out what the secret was; they are cut short, so that even with it only a guess can be checked.
 *
 * <p>The number of a payment card has {@link #BARE} alone: there are so few of them that whoever has the key could try them all.
 */
public final class Pseudonyms {
    static final String BARE = "[redacted]";

    private static final int BYTES = 5;
    private static final Pattern OURS = Pattern.compile("\\[redacted(:[0-9a-f]{10})?]");

    private final byte[] key;

    public Pseudonyms(byte[] key) {
        this.key = key.clone();
    }

    /** Returns what stands for a secret. One that stands for a secret already stays: payloads are replayed. */
    String of(String secret) {
        return OURS.matches(secret) ? secret : "[redacted:" + digest(secret) + "]";
    }

    private String digest(String secret) {
        var whole = HmacSha256.of(key, secret.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, BYTES);
    }
}
