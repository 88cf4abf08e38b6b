package dev.handrail.intake.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** The secrets that are good now: one, or two while one takes the other's place. */
public final class LiveSecrets {
    private final List<byte[]> secrets;

    private LiveSecrets(List<byte[]> secrets) {
        this.secrets = secrets;
    }

    public static LiveSecrets of(List<String> secrets) {
        return new LiveSecrets(secrets.stream().map(LiveSecrets::bytes).toList());
    }

    /** @throws IllegalArgumentException for a secret that is not hexadecimal */
    public static LiveSecrets ofHex(List<String> secrets) {
        return new LiveSecrets(secrets.stream().map(HexFormat.of()::parseHex).toList());
    }

    /** Says whether {@code shown} is one of them; takes equally long wherever it differs. */
    boolean hold(String shown) {
        return hold(bytes(shown), Function.identity());
    }

    /** Says whether {@code shown} is what {@code sign} makes of one of them. */
    boolean hold(byte[] shown, Function<byte[], byte[]> sign) {
        var held = false;
        for (var secret : secrets) {
            held |= MessageDigest.isEqual(sign.apply(secret), shown);
        }
        return held;
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "LiveSecrets[" + secrets.size() + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiveSecrets that
                && secrets.size() == that.secrets.size()
                && Arrays.deepEquals(secrets.toArray(), that.secrets.toArray());
    }

    @Override
    public int hashCode() {
        return secrets.size();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
