package dev.handrail.intake.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** {@code Authorization: Basic}, which senders also take as {@code https://USER:PASSWORD@HOST}. */
public record Basic(String user, LiveSecrets passwords) implements Proof {
    private static final String SCHEME = "Basic ";

    @Override
    public Verdict check(Call call) {
        return call.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> Verdict.of(
                        decoded(value.substring(SCHEME.length()).strip())
                                .filter(this::isRight)
                                .isPresent(),
                        "the Authorization header holds another user or password"))
                .orElseGet(() -> new Verdict.Refused("there is no Authorization header with user and password"));
    }

    @Override
    public String wanted() {
        return "'Authorization: Basic' with this source's user and password";
    }

    private boolean isRight(String pair) {
        var colon = pair.indexOf(':');
        var sameUser = MessageDigest.isEqual(
                pair.substring(0, Math.max(0, colon)).getBytes(StandardCharsets.UTF_8),
                user.getBytes(StandardCharsets.UTF_8));
        var samePassword = passwords.hold(pair.substring(colon + 1));
        return colon >= 0 && sameUser && samePassword;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
