package dev.handrail.intake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures over {@link #BODY} at noon, made with {@code openssl dgst -hmac}; published examples where a sender has one. */
class SignatureTest {
    private static final String BODY = "{\"id\":\"evt_1\",\"päth\":\"ünï\",\"n\":1.0}";
    private static final String BY_ONE = "0a2a565adee8bb8a803e16b9b7e38a89f358293106f6584320f22d9b771e681c";
    private static final String BY_TWO = "3dac7c3afb7fdae627575924b6ff18d54ead0f25e5a48b2e7914a1e673aa5172";
    private static final String BY_ONE_BASE64 = "CipWWt7ou4qAPha5t+OKifNYKTEG9lhDIPItm3ceaBw=";
    private static final String TIMED_BY_ONE = "8fcada52a06037362276ddcfe598a6b6e80c14948e51ae046eaf8de550cd200a";
    private static final String TIMED_BY_TWO = "edc575da9a14e2180123a3a94a8e6ddfb5930e1b23a376033098849416d4778a";
    private static final String GRAFANA_BY_ONE = "146cc02bfafa7d87efff7a5b82d934256aec3ff7b0459183210462a8335c8d42";
    private static final LiveSecrets ONE = LiveSecrets.of(List.of("secret-number-one"));
    private static final LiveSecrets BOTH = LiveSecrets.of(List.of("secret-number-two", "secret-number-one"));

    /** A proof, the header that opens it, and its value. */
    record Case(Proof proof, Map<String, String> headers) {}

    static Stream<Case> right() {
        return Stream.of(
                new Case(HeaderSignature.shopify(ONE), Map.of("x-shopify-hmac-sha256", BY_ONE_BASE64)),
                new Case(HeaderSignature.sentry(ONE), Map.of("Sentry-Hook-Signature", BY_ONE)),
                new Case(HeaderSignature.github(BOTH), Map.of("X-Hub-Signature-256", "sha256=" + BY_TWO)),
                new Case(
                        new HeaderSignature("X-Sig", "HmacSHA512", Hmac.Encoding.HEX, "v0=", ONE),
                        Map.of(
                                "X-Sig",
                                "v0=aba236bbdde2a43d304c2830d4fa9ab24a4f1612e0acf663b0038bbab74b8a1b497145873bede39de99229eefa25"
                                        + "e4442e0184710d75286b40aa8c480c0e3531")),
                new Case(
                        new HeaderSignature("X-Sig", "HmacSHA1", Hmac.Encoding.BASE64, "", ONE),
                        Map.of("X-Sig", "powPoEAGtW8ngL2WLXWNYvBWw/I=")),
                new Case(new PagerDutySignature(ONE), Map.of("X-PagerDuty-Signature", "v1=" + BY_ONE)),
                new Case(
                        new PagerDutySignature(ONE), Map.of("X-PagerDuty-Signature", "v1=" + BY_TWO + ",v1=" + BY_ONE)),
                new Case(new StripeSignature(ONE), Map.of("Stripe-Signature", "t=1795262400,v1=" + TIMED_BY_ONE)),
                new Case(
                        new StripeSignature(BOTH),
                        Map.of("Stripe-Signature", "t=1795262400, v1=00, v1=" + TIMED_BY_TWO + ",v0=ff")),
                new Case(grafana(Optional.empty()), Map.of(GrafanaSignature.HEADER, BY_ONE)),
                new Case(
                        grafana(Optional.of("X-Time")),
                        Map.of(GrafanaSignature.HEADER, GRAFANA_BY_ONE, "X-Time", "1795262400")));
    }

    @ParameterizedTest
    @MethodSource("right")
    void givenARightSignature_thenItIsAccepted(Case given) {
        assertThat(given.proof().check(Calls.of(BODY, given.headers()))).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("right")
    void givenAnotherBodyOrSecretOrNoHeader_thenItIsRefused(Case given) {
        expectRefused(given.proof(), BODY + " ", given.headers());
        expectRefused(given.proof(), BODY, Map.of());
        var other = LiveSecrets.of(List.of("another-secret"));
        expectRefused(HeaderSignature.shopify(other), BODY, Map.of("X-Shopify-Hmac-Sha256", BY_ONE_BASE64));
        given.headers().forEach((name, value) -> {
            expectRefused(given.proof(), BODY, Map.of(name, "not a signature"));
            expectRefused(given.proof(), BODY, Map.of(name, ""));
        });
    }

    @Test
    void givenARightSignatureThatIsOld_thenItIsRefusedAndSaysHowOld() {
        var headers = Map.of("Stripe-Signature", "t=1795262400,v1=" + TIMED_BY_ONE);
        var late = Calls.of(BODY, headers, Calls.NOON.plus(Duration.ofSeconds(301)));

        assertThat(new StripeSignature(ONE).check(Calls.of(BODY, headers, Calls.NOON.plus(Duration.ofMinutes(5)))))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(new StripeSignature(ONE).check(late))
                .isEqualTo(new Verdict.Refused("the signed time is 301 s before our clock; at most 300 s are good"));
        var grafana = Map.of(GrafanaSignature.HEADER, GRAFANA_BY_ONE, "X-Time", "1795262400");
        assertThat(grafana(Optional.of("X-Time")).check(Calls.of(BODY, grafana, Calls.NOON.minusSeconds(301))))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void givenAnotherTimeThanTheOneSigned_thenItIsRefused() {
        expectRefused(new StripeSignature(ONE), BODY, Map.of("Stripe-Signature", "t=1795262401,v1=" + TIMED_BY_ONE));
        expectRefused(
                grafana(Optional.of("X-Time")),
                BODY,
                Map.of(GrafanaSignature.HEADER, GRAFANA_BY_ONE, "X-Time", "1795262401"));
        expectRefused(grafana(Optional.of("X-Time")), BODY, Map.of(GrafanaSignature.HEADER, BY_ONE));
    }

    @Test
    void givenTheExampleThatGitHubPublishes_thenItIsAccepted() {
        var secret = LiveSecrets.of(List.of("It's a Secret to Everybody"));
        var signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

        assertThat(HeaderSignature.github(secret)
                        .check(Calls.of("Hello, World!", Map.of("X-Hub-Signature-256", signature))))
                .isEqualTo(Verdict.ACCEPTED);
    }

    private static GrafanaSignature grafana(Optional<String> timestampHeader) {
        return new GrafanaSignature(GrafanaSignature.HEADER, timestampHeader, ONE);
    }

    private static void expectRefused(Proof proof, String body, Map<String, String> headers) {
        assertThat(proof.check(Calls.of(body, headers))).isInstanceOf(Verdict.Refused.class);
    }
}
