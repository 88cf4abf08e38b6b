package dev.handrail.intake.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("a key of one installation".getBytes(UTF_8));

    private final Redaction redaction = new Redaction(false, PSEUDONYMS);

    @Test
    void givenSecretsInAPayload_whenRedacted_thenTheyAreGone() {
        var redacted = redacted("""
                {"labels": {"api_key": "abc", "authorization": "x", "note": "curl -H 'Authorization: Bearer abcdefghij' ok"},
                 "url": "https://user:hunter22@host/x", "token": {"kept": "structure"}, "order_id": "4711"}""");

        assertThat(redacted).doesNotContain("abcdefghij", "hunter22", "\"abc\"").contains("4711", "structure", "ok");
    }

    @Test
    void givenARequestAsSentryReportsIt_whenRedacted_thenItsCredentialsAndCookiesAreGone() {
        var redacted = redacted("""
                {"request": {"headers": [["Authorization", "Token abc-def"], ["Host", "shop"], ["Cookie", "sid=1234"]],
                 "cookies": [["sid", "s3cr3t"]], "query": "page=2&access_token=abcdef12"},
                 "other": [{"name": "Set-Cookie", "value": "sid=1234"}], "routing_key": "R0UT1NG"}""");

        assertThat(redacted)
                .doesNotContain("abc-def", "1234", "s3cr3t", "abcdef12", "R0UT1NG")
                .contains("shop", "page=2", "access_token=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4222222222222",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "6011111111111117",
                "30569309025904",
                "3566002020360505",
                "6200000000000005"
            })
    void givenACardNumberInAText_whenRedacted_thenItIsGone(String number) {
        assertThat(redaction.redact("card " + number + ", exp. 12/27")).isEqualTo("card [redacted], exp. 12/27");
        assertThat(redacted("{\"note\":\"%s\"}".formatted(number))).isEqualTo("{\"note\":\"[redacted]\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "1795262400000",
                "550e8400-e29b-41d4-a716-446655440000",
                "9f4111111111111111ab",
                "2026-11-21 02:14:05",
                "orders 1000000421 to 1000000499"
            })
    void givenOtherNumbers_whenRedacted_thenTheyStay(String text) {
        assertThat(redaction.redact(text)).isEqualTo(text);
    }

    @Test
    void givenCardNumbersAsJsonNumbers_thenTheyAreGoneAndIdsStay() {
        assertThat(
                        redacted(
                                "{\"number\":4111111111111111,\"order_id\":4111111111111111,\"id\":\"4111111111111111\",\"at\":1795262400000}"))
                .isEqualTo(
                        "{\"number\":\"[redacted]\",\"order_id\":4111111111111111,\"id\":\"4111111111111111\",\"at\":1795262400000}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xoxb-1234567890-abcdef",
                "ghp_0123456789abcdefghij",
                "whsec_0123456789abcdef",
                "AKIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_def-ghi",
                "password=hunter22",
                "X-Api-Key: 0123456789",
                "Cookie: sid=0123456789"
            })
    void givenAKeyOfAKnownMaker_whenRedacted_thenItIsGone(String secret) {
        assertThat(redaction.redact("failed with " + secret))
                .contains("failed with", "[redacted:")
                .doesNotContain("0123456789", "hunter", "EXAMPLE", "eyJ");
    }

    @Test
    void givenAnEmailAddress_thenItGoesOnlyBySetting() {
        var text = "mail to jane.doe+x@example.org failed";

        assertThat(redaction.redact(text)).isEqualTo(text);
        assertThat(new Redaction(true, PSEUDONYMS).redact(text)).matches("mail to \\[redacted:[0-9a-f]{10}] failed");
    }

    @Test
    void givenTwoSecrets_thenTheyStayTwoAndEqualOnesEqual() {
        assertThat(redacted("{\"shop_secret\":\"one\"}"))
                .isEqualTo(redacted("{\"shop_secret\":\"one\"}"))
                .isNotEqualTo(redacted("{\"shop_secret\":\"two\"}"));
        assertThat(new Redaction(false, new Pseudonyms("another key".getBytes(UTF_8))).redact("password=hunter22"))
                .isNotEqualTo(redaction.redact("password=hunter22"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secret\": \"one\", \"card\": \"4111 1111 1111 1111\", \"card_token\": 4111111111111111}",
                "{\"note\": \"token=xoxb-1234567890-abcdef password: hunter22 X-Api-Key=0123456789 by jane@example.org\"}",
                "{\"note\": \"Authorization: Bearer abcdefghij Cookie: sid=0123456789 https://user:hunter22@host/x\"}",
                "{\"headers\": [[\"Authorization\", \"Token abc\"], [\"Cookie\", \"sid=1\"]], \"token\": 7}"
            })
    void givenWhatIsRedactedAlready_thenItStaysForItIsReplayed(String json) {
        var all = new Redaction(true, PSEUDONYMS);
        var once = all.redact(Json.tree(json)).toString();

        assertThat(once).contains("[redacted").doesNotContain("hunter22", "4111", "abcdef", "sid=");
        assertThat(all.redact(Json.tree(once)).toString()).isEqualTo(once);
    }

    @Test
    void givenAnOrdinaryAlert_whenRedacted_thenNothingOfItChanges() {
        var alert = """
                {"status":"firing","groupKey":"{}:{alertname=\\"HighErrorRate\\"}","alerts":[{"labels":{"alertname":"HighErrorRate",\
                "basic":"no","instance":"10.0.0.1:9100"},"generatorURL":"https://prom.example/graph?g0.expr=rate%28x%5B5m%5D%29",\
                "startsAt":"2026-11-21T02:10:00.123456789Z","fingerprint":"9f41111111111111"}],"dedup_key":"k"}""";

        assertThat(redacted(alert)).isEqualTo(alert);
    }

    private String redacted(String json) {
        return redaction.redact(Json.tree(json)).toString();
    }
}
