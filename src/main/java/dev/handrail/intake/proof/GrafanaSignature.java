package dev.handrail.intake.proof;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Grafana's signature, from version 12 on: HMAC-SHA256 of the body in hexadecimal, or of {@code TIME:BODY} where the contact point
 * names a header for the time.
 *
 * @see <a href="https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/">
 *     Grafana: HMAC signature</a>
 */
public record GrafanaSignature(String header, Optional<String> timestampHeader, LiveSecrets secrets) implements Proof {
    public static final String HEADER = "X-Grafana-Alerting-Signature";

    private static final byte[] COLON = {':'};

    @Override
    public Verdict check(Call call) {
        var shown = call.header(header);
        if (shown.isEmpty()) {
            return new Verdict.Refused("there is no " + header + " header");
        }
        return timestampHeader.isEmpty()
                ? verdict(shown.get(), call.body())
                : timed(shown.get(), call, timestampHeader.get());
    }

    @Override
    public String wanted() {
        return header + timestampHeader.map(name -> " and " + name).orElse("")
                + " made with the contact point's HMAC secret";
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    private Verdict timed(String shown, Call call, String name) {
        var time = call.header(name).map(String::strip).orElse("");
        var signed = Age.seconds(time);
        if (signed.isEmpty()) {
            return new Verdict.Refused("there is no " + name + " header with whole seconds since 1970");
        }
        return Age.fault(signed.get(), call.at())
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> verdict(shown, time.getBytes(StandardCharsets.US_ASCII), COLON, call.body()));
    }

    private Verdict verdict(String shown, byte[]... signed) {
        var right = Hmac.Encoding.HEX
                .decode(shown.strip())
                .filter(bytes -> secrets.hold(bytes, secret -> Hmac.sha256(secret, signed)));
        return Verdict.of(right.isPresent(), header + " does not fit the body");
    }
}
