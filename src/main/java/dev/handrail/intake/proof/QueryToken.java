package dev.handrail.intake.proof;

/** A secret in the address, for senders that can set nothing else. Proxies write addresses to their logs: the last resort. */
public record QueryToken(String parameter, LiveSecrets secrets) implements Proof {
    @Override
    public Verdict check(Call call) {
        return call.parameter(parameter)
                .map(shown -> Verdict.of(
                        secrets.hold(shown), "the address holds another '" + parameter + "' than the one wanted"))
                .orElseGet(() -> new Verdict.Refused("the address holds no '" + parameter + "'"));
    }

    @Override
    public String wanted() {
        return "?" + parameter + "=SECRET at the end of the address";
    }
}
