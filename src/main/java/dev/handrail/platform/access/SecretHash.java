package dev.handrail.platform.access;

import dev.handrail.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a secret: {@code sha256$HASH}, or {@code pbkdf2-sha256$ITERATIONS$SALT$HASH} in hexadecimal. The number of
 * iterations is stored, so that it can grow.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2">OWASP: PBKDF2</a>
 */
final class SecretHash {
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final HexFormat HEX = HexFormat.of();

    private SecretHash() {}

    /** For secrets that nobody can guess: one round is enough, and every request pays for it. */
    static String quick(String secret) {
        return "sha256$" + Sha256.of(secret);
    }

    /** For secrets that somebody could guess. */
    static String slow(String secret) {
        var salt = Secrets.bytes(SALT_BYTES);
        return "pbkdf2-sha256$%d$%s$%s"
                .formatted(ITERATIONS, HEX.formatHex(salt), HEX.formatHex(stretched(secret, salt, ITERATIONS)));
    }

    /** Says whether a secret is the one that was hashed; takes equally long wherever the two differ. */
    static boolean covers(String hash, String secret) {
        var parts = hash.split("\\$", -1);
        return switch (parts[0]) {
            case "sha256" -> equal(hash, quick(secret));
            case "pbkdf2-sha256" ->
                equal(parts[3], HEX.formatHex(stretched(secret, HEX.parseHex(parts[2]), Integer.parseInt(parts[1]))));
            default ->
                throw new IllegalStateException("a stored credential is hashed with '" + parts[0]
                        + "', which this version does not know; it knows sha256 and pbkdf2-sha256");
        };
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] stretched(String secret, byte[] salt, int iterations) {
        var key = new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute PBKDF2 with HMAC-SHA256 on this Java runtime", e);
        } finally {
            key.clearPassword();
        }
    }
}
