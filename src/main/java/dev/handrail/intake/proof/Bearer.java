package dev.handrail.intake.proof;

import java.util.Optional;

/** {@code Authorization: Bearer SECRET}. */
public record Bearer(LiveSecrets secrets) implements Proof {
    private static final String SCHEME = "Bearer ";

    /** Returns the token of a call; empty if it shows none. */
    public static Optional<String> token(Call call) {
        return call.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    @Override
    public Verdict check(Call call) {
        return token(call)
                .map(token -> Verdict.of(secrets.hold(token), "the Authorization header holds no valid token"))
                .orElseGet(() -> new Verdict.Refused("there is no Authorization header with a bearer token"));
    }

    @Override
    public String wanted() {
        return "'Authorization: Bearer TOKEN' with this source's own token";
    }
}
