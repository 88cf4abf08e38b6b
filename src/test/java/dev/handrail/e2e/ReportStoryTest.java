package dev.handrail.e2e;

import static dev.handrail.e2e.TestAlert.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.simulator.SlackMessage;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engineer says that a step is not good, and whoever wrote it reads where it stands. */
@Waiting
class ReportStoryTest {
    private static final String ORDERS = "#order-flows";

    @ParameterizedTest
    @EnumSource
    void givenADangerousStep_whenItIsReported_thenItsOwnerReadsThePlaceAndNobodyIsPaged(Database database) {
        try (var handrail = RunningHandrail.on(database)) {
            var card = onTheFirstStep(handrail);
            card.expectReply("Step 1 of 10").click("Report this step…");
            var modal = handrail.slack().as("U01ANA").modal();
            assertThat(modal.submit(Map.of("fault", "dangerous", "sentence", " "))
                            .toString())
                    .contains("errors");
            handrail.slack().fault("interaction", "duplicate", 1);
            modal.submit(Map.of("fault", "dangerous", "sentence", "It counts <!channel> twice"));

            handrail.slack().as("U01ANA").expectEphemeral("Your report that the step is dangerous is on record");
            var line = card.expectReply("reported “");
            assertThat(line.readable()).contains("ana", "dangerous").doesNotContain("twice");
            var direct = handrail.slack().as("U03MARTA").inDirectMessages().message("reports a step of your runbook");
            assertThat(direct.readable())
                    .contains(
                            "order-export-stuck.md:",
                            "It counts <!channel> twice".replace("<", "&lt;").replace(">", "&gt;"));
            assertThat(direct.mentions()).isEmpty();
            assertThat(direct.buttons()).isEmpty();

            var told = handrail.incident(1);
            assertThat(handrail.timeline(1)).filteredOn("step_reported"::equals).hasSize(1);
            assertThat(handrail.timeline(1)).doesNotContain("escalated", "level_told");
            var report = told.path("timeline").get(handrail.timeline(1).indexOf("step_reported"));
            assertThat(report.path("report").path("fault").asText()).isEqualTo("dangerous");
            assertThat(report.path("report").path("file").asText()).isEqualTo("order-export-stuck.md");
            assertThat(report.path("note").asText()).isEqualTo("It counts <!channel> twice");

            card.expectReply("Step 1 of 10").click("Oldest under 2 h");
            card.expectReply("Step 2 of 10");
        }
    }

    private static SlackMessage onTheFirstStep(RunningHandrail handrail) {
        handrail.fires("OrderExportStalled", ORDER);
        var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
        card.click("I'm on it");
        card.expectReply("Step 1 of 10");
        return card;
    }
}
