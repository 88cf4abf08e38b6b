package dev.handrail.intake.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Stripe's signature: {@code t=SECONDS,v1=HEX} over {@code SECONDS.BODY}; several {@code v1} while its secret changes.
 *
 * @see <a href="https://docs.stripe.com/webhooks#verify-manually">Stripe: verify signatures manually</a>
 */
public record StripeSignature(LiveSecrets secrets) implements Proof {
    private static final String HEADER = "Stripe-Signature";
    private static final int MOST = 16;
    private static final byte[] DOT = {'.'};

    @Override
    public Verdict check(Call call) {
        return call.header(HEADER)
                .map(value -> check(List.of(value.split(",", MOST)), call))
                .orElseGet(() -> new Verdict.Refused("there is no " + HEADER + " header"));
    }

    @Override
    public String wanted() {
        return HEADER + " made with the endpoint's signing secret (whsec_...)";
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    private Verdict check(List<String> parts, Call call) {
        var time = values(parts, "t=").stream().findFirst().orElse("");
        var signed = Age.seconds(time);
        if (signed.isEmpty()) {
            return new Verdict.Refused(HEADER + " holds no time");
        }
        var fault = Age.fault(signed.get(), call.at());
        if (fault.isPresent()) {
            return new Verdict.Refused(fault.get());
        }
        var before = time.getBytes(StandardCharsets.US_ASCII);
        var right = values(parts, "v1=").stream()
                .flatMap(value -> Hmac.Encoding.HEX.decode(value).stream())
                .anyMatch(shown -> secrets.hold(shown, secret -> Hmac.sha256(secret, before, DOT, call.body())));
        return Verdict.of(right, HEADER + " does not fit the body");
    }

    private static List<String> values(List<String> parts, String name) {
        return parts.stream()
                .map(String::strip)
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .toList();
    }
}
