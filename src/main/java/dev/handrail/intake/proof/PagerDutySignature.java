package dev.handrail.intake.proof;

import java.util.Arrays;

/**
 * PagerDuty's signature of its version 3 webhooks: one or, while its secret changes, several {@code v1=HEX}.
 *
 * @see <a href="https://developer.pagerduty.com/docs/verifying-webhook-signatures">PagerDuty: verifying signatures</a>
 */
public record PagerDutySignature(LiveSecrets secrets) implements Proof {
    private static final String HEADER = "X-PagerDuty-Signature";
    private static final String VERSION = "v1=";
    private static final int MOST = 8;

    @Override
    public Verdict check(Call call) {
        return call.header(HEADER)
                .map(value -> Verdict.of(matches(value, call.body()), HEADER + " does not fit the body"))
                .orElseGet(() -> new Verdict.Refused("there is no " + HEADER + " header"));
    }

    @Override
    public String wanted() {
        return HEADER + " made with the webhook subscription's secret";
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    private boolean matches(String value, byte[] body) {
        return Arrays.stream(value.split(",", MOST))
                .map(String::strip)
                .filter(part -> part.startsWith(VERSION))
                .flatMap(part -> Hmac.Encoding.HEX.decode(part.substring(VERSION.length())).stream())
                .anyMatch(shown -> secrets.hold(shown, secret -> Hmac.sha256(secret, body)));
    }
}
