package dev.handrail.run.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.runbook.library.Folder;
import dev.handrail.runbook.library.InMemoryLastGood;
import dev.handrail.runbook.library.LibraryReader;
import dev.handrail.runbook.library.LibraryResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who answers for a run that goes on with another runbook, when its alerts have come from several places. */
class PlannerTest {
    @TempDir
    private Path temp;

    @Test
    void givenAlertsThatShareNoFlow_whenPlannedAgain_thenTheIncidentsFlowAndItsSourceStillSayWhoAnswers() {
        Folder.withOwners(temp).write("flows.yml", """
                default_channel: "#commerce"
                flows:
                  refunds: {name: Refunds to the bank, owner: payments}
                """).write("plain.md", "# Plain\n\nLook.\n");

        assertThat(owner(Map.of(), Map.of(), Optional.of("Refunds to the bank")))
                .isEqualTo("payments");
        assertThat(owner(Map.of("flow", "refunds"), Map.of(), Optional.empty())).isEqualTo("payments");
        assertThat(owner(Map.of(), Map.of("owner", "payments"), Optional.empty()))
                .isEqualTo("payments");
        assertThat(owner(Map.of(), Map.of(), Optional.of("A flow of once"))).isEqualTo("commerce");
    }

    private String owner(Map<String, String> labels, Map<String, String> annotations, Optional<String> flow) {
        var library = switch (LibraryReader.read(temp, new InMemoryLastGood())) {
            case LibraryResult.Loaded loaded -> loaded.library();
            case LibraryResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
        var alerts = new AlertSummary(2, 2, labels, annotations, Optional.empty());
        return new Planner(library)
                .again(library.byPath("plain.md").orElseThrow(), alerts, flow)
                .owner();
    }
}
