package dev.handrail.intake.taking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.page.take.TakenElsewhere.Acknowledgement;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagerDutyTakingTest {
    private static final Path SAMPLE = Path.of("../shared/data/payloads/pagerduty/v3_incident_triggered.json");
    private static final String WORD = """
            {"event": {"event_type": "incident.acknowledged", "occurred_at": "2026-11-21T02:15:00Z",
              "agent": {"id": "PJ0LVEB", "summary": " Ana\\nCosta ", "type": "user_reference"},
              "data": {"type": "incident", "incident_key": "handrail-0123456789ab-incident-12"}}}""";

    @Test
    void givenAnAcknowledgementByAPerson_thenItSaysWhoAndOfWhatAndWhen() {
        assertThat(PagerDutyTaking.read(Json.tree(WORD)))
                .contains(new Acknowledgement(
                        "handrail-0123456789ab-incident-12",
                        "pagerduty:PJ0LVEB",
                        "Ana Costa",
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-11-21T02:15:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "{\"event\": 3}",
                "{\"event\": {\"event_type\": \"incident.acknowledged\"}}",
            })
    void givenWhatIsNone_thenThereIsNone(String body) {
        assertThat(PagerDutyTaking.read(Json.tree(body))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incident.acknowledged>incident.triggered",
                "incident.acknowledged>incident.unacknowledged",
                "user_reference>inbound_integration_reference",
                "PJ0LVEB> ",
                "\"handrail-0123456789ab-incident-12\">null",
            })
    void givenAnotherEventOrAnotherAgent_thenThereIsNone(String change) {
        var parts = change.split(">");
        assertThat(PagerDutyTaking.read(Json.tree(WORD.replace(parts[0], parts[1]))))
                .isEmpty();
    }

    @Test
    void givenATimeThatIsNone_thenTheAcknowledgementCountsAllTheSame() {
        assertThat(PagerDutyTaking.read(Json.tree(WORD.replace("2026-11-21T02:15:00Z", "soon"))))
                .map(Acknowledgement::at)
                .contains(Optional.empty());
    }

    @Test
    void givenARealPayload_whenItIsOfAnAcknowledgementOfOurs_thenItIsRead() throws IOException {
        assumeTrue(Files.exists(SAMPLE));
        var sample = Files.readString(SAMPLE)
                .replace("incident.triggered", "incident.acknowledged")
                .replace("\"number\": 9,", "\"number\": 9, \"incident_key\": \"handrail-0123456789ab-incident-12\",");

        assertThat(PagerDutyTaking.read(Json.tree(sample)).orElseThrow())
                .extracting(Acknowledgement::name, Acknowledgement::by)
                .containsExactly("PIG 208", "pagerduty:PJ0LVEB");
    }
}
