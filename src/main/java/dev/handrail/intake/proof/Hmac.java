package dev.handrail.intake.proof;

import dev.handrail.platform.HmacSha256;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes, and how senders write them. */
public final class Hmac {
    private Hmac() {}

    /** How a signature is written as text. */
    public enum Encoding {
        HEX,
        BASE64;

        /** Returns the bytes; empty if the text is not written so. */
        Optional<byte[]> decode(String text) {
            try {
                return Optional.of(
                        switch (this) {
                            case HEX -> HexFormat.of().parseHex(text);
                            case BASE64 -> Base64.getDecoder().decode(text);
                        });
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }

    /** Returns the HMAC-SHA256 of the parts, one after the other. */
    static byte[] sha256(byte[] secret, byte[]... parts) {
        return HmacSha256.of(secret, parts);
    }

    static byte[] of(String algorithm, byte[] secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute " + algorithm + " on this Java runtime", e);
        }
    }
}
