package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.platform.Database;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request is said; nothing of it is stored, and nothing of Handrail is given away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String ALERTS = "/v1/alerts/alertmanager";

    private final RunningHandrail handrail = RunningHandrail.on(Database.H2);

    @AfterAll
    void stop() {
        handrail.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "hr_alert_0123456789abcdef0123456789abcdeg"})
    void givenAMissingOrWrongToken_thenItIs401AndNothingIsStored(String token) {
        var before = stored();
        expectRefused(handrail.api().post(ALERTS, token, TestAlert.firing("A", TestAlert.ORDER)), 401);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void givenATokenForSomethingElse_thenItIs403AndNothingIsStored() {
        var before = stored();
        expectRefused(
                handrail.api().post(ALERTS, RunningHandrail.API_TOKEN, TestAlert.firing("A", TestAlert.ORDER)), 403);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "alerts", "{} {}", "{\"alerts\": [}"})
    void givenABodyThatIsNoJson_thenItIs400AndSaysWhy(String body) {
        var before = stored();
        expectRefused(handrail.api().post(ALERTS, RunningHandrail.ALERT_TOKEN, body), 400);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void givenAbsurdNesting_thenItIs400() {
        expectRefused(handrail.api().post(ALERTS, RunningHandrail.ALERT_TOKEN, "{\"a\":".repeat(100_000)), 400);
    }

    @Test
    void givenTenMegabytes_thenItIs413() {
        var body = "{\"a\":\"" + "x".repeat(10_000_000) + "\"}";
        expectRefused(handrail.api().post(ALERTS, RunningHandrail.ALERT_TOKEN, body), 413);
    }

    @Test
    void givenJsonOfAnotherShape_thenItIsKeptAndShownToOperatorsAndTheGoodAlertsGoOn() {
        var before = stored();
        var body = """
                {"alerts": [{"labels": {"alertname": "OrderExportStalled", "flow": "order-to-erp"}}, {"labels": 7}]}""";

        var answer = handrail.api().post(ALERTS, RunningHandrail.ALERT_TOKEN, body);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("alerts[1].labels: found number, wanted an object of text");
        assertThat(stored()).isEqualTo(before + 1);
        assertThat(handrail.bean(PayloadRepository.class).quarantined(1))
                .singleElement()
                .satisfies(row -> assertThat(row.problem()).contains("alerts[1].labels"));
        assertThat(handrail.incident(1).path("title").asText()).isEqualTo("Orders stuck before ERP export");
    }

    private void expectRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"error\"").doesNotContain("dev.handrail", "Exception", "\tat ");
    }

    private long stored() {
        return handrail.bean(PayloadRepository.class).count();
    }
}
