package dev.handrail.intake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialProofTest {
    private static final LiveSecrets SECRETS = LiveSecrets.of(List.of("the-old-secret", "the-new:secret"));

    @Test
    void givenABearerToken_thenEachLiveOneOpensAndNoOther() {
        var bearer = new Bearer(SECRETS);

        assertThat(accepts(bearer, "Authorization", "Bearer the-old-secret")).isTrue();
        assertThat(accepts(bearer, "authorization", "bearer the-new:secret")).isTrue();
        assertThat(accepts(bearer, "Authorization", "Bearer the-older-secret")).isFalse();
        assertThat(accepts(bearer, "Authorization", "Bearer ")).isFalse();
        assertThat(accepts(bearer, "Authorization", "the-old-secret")).isFalse();
        assertThat(accepts(bearer, "X-Other", "Bearer the-old-secret")).isFalse();
    }

    @Test
    void givenUserAndPassword_thenBothMustBeRight() {
        var basic = new Basic("alerts", SECRETS);

        assertThat(accepts(basic, "Authorization", basic("alerts:the-new:secret")))
                .isTrue();
        assertThat(accepts(basic, "Authorization", basic("other:the-new:secret")))
                .isFalse();
        assertThat(accepts(basic, "Authorization", basic("alerts:the-newest-secret")))
                .isFalse();
        assertThat(accepts(basic, "Authorization", basic("the-old-secret"))).isFalse();
        assertThat(accepts(basic, "Authorization", "Basic §§§")).isFalse();
        assertThat(accepts(basic, "Authorization", "Basic")).isFalse();
    }

    @Test
    void givenASecretInTheAddress_thenItMustBeALiveOne() {
        var query = new QueryToken("token", SECRETS);

        assertThat(accepts(query, "?token", "the-old-secret")).isTrue();
        assertThat(accepts(query, "?token", "the-oldest-secret")).isFalse();
        assertThat(accepts(query, "?other", "the-old-secret")).isFalse();
    }

    @Test
    void givenARoutingKeyInTheBodyOrAHeader_thenItMustBeALiveOne() {
        var key = RoutingKey.of(SECRETS);

        assertThat(key.check(Calls.of("{\"routing_key\":\"the-old-secret\"}", Map.of())))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(accepts(key, "X-Routing-Key", "the-new:secret")).isTrue();
        assertThat(key.check(Calls.of("{\"routing_key\":\"another-secret\"}", Map.of())))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(key.check(Calls.of("{\"routing_key\":[\"the-old-secret\"]}", Map.of())))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(key.check(Calls.of("no JSON", Map.of()))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void givenSecrets_whenPrinted_thenTheyAreNotShown() {
        assertThat(new Bearer(SECRETS).toString() + new Basic("alerts", SECRETS))
                .doesNotContain("secret-", "the-old", "the-new");
    }

    private static boolean accepts(Proof proof, String name, String value) {
        return proof.check(Calls.of("{}", Map.of(name, value))).equals(Verdict.ACCEPTED);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
