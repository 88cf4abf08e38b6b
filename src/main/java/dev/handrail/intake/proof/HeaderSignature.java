package dev.handrail.intake.proof;

/**
 * A keyed hash of the body in a header.
 *
 * @param algorithm as Java names it: {@code HmacSHA256}
 * @param prefix what stands before the hash, for instance {@code sha256=}; may be empty
 */
public record HeaderSignature(
        String header, String algorithm, Hmac.Encoding encoding, String prefix, LiveSecrets secrets) implements Proof {
    private static final String SHA_256 = "HmacSHA256";

    /** @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https">Shopify: verify a delivery</a> */
    public static HeaderSignature shopify(LiveSecrets secrets) {
        return new HeaderSignature("X-Shopify-Hmac-Sha256", SHA_256, Hmac.Encoding.BASE64, "", secrets);
    }

    /** @see <a href="https://docs.sentry.io/organization/integrations/integration-platform/webhooks/">Sentry: webhooks</a> */
    public static HeaderSignature sentry(LiveSecrets secrets) {
        return new HeaderSignature("Sentry-Hook-Signature", SHA_256, Hmac.Encoding.HEX, "", secrets);
    }

    /** @see <a href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">GitHub: validating</a> */
    public static HeaderSignature github(LiveSecrets secrets) {
        return new HeaderSignature("X-Hub-Signature-256", SHA_256, Hmac.Encoding.HEX, "sha256=", secrets);
    }

    @Override
    public Verdict check(Call call) {
        return call.header(header)
                .map(value -> Verdict.of(matches(value.strip(), call.body()), header + " does not fit the body"))
                .orElseGet(() -> new Verdict.Refused("there is no " + header + " header"));
    }

    @Override
    public String wanted() {
        return header + ": the body's hash, keyed with this source's secret";
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    private boolean matches(String value, byte[] body) {
        return value.startsWith(prefix)
                && encoding.decode(value.substring(prefix.length()))
                        .filter(shown -> secrets.hold(shown, secret -> Hmac.of(algorithm, secret, body)))
                        .isPresent();
    }
}
