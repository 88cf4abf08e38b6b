package dev.handrail.run.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.handrail.alert.Severity;
import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.incident.storm.Place;
import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Decision.Bar;
import dev.handrail.run.Ending;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.IncidentView.StormView;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What may be merged into what, as a table. */
class BarsTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @TestFactory
    Stream<DynamicTest> givenTwoIncidents_whenOneIsToBeMerged_thenWhatTheTableSays() {
        var real = view(1, opened(false, false));
        var drill = view(2, opened(true, false));
        var watched = view(3, opened(false, true));
        var storm = view(4, opened(false, false)).with(parts());
        return Stream.of(
                row("into another", real, view(9, opened(false, false)), Optional.empty()),
                row("a drill into a drill", drill, view(9, opened(true, false)), Optional.empty()),
                row("into itself", real, real, Optional.of(Bar.ITSELF)),
                row("a drill into itself, over or not", over(drill), over(drill), Optional.of(Bar.ITSELF)),
                row("into one that is over", real, over(view(9, opened(false, false))), Optional.of(Bar.OVER)),
                row("into a drill", real, drill, Optional.of(Bar.OTHER_KIND)),
                row("a drill into a real one", drill, real, Optional.of(Bar.OTHER_KIND)),
                row("into one that is only watched", real, watched, Optional.of(Bar.OTHER_KIND)),
                row("into a storm", real, storm, Optional.of(Bar.STORM)),
                row("a storm into another", storm, real, Optional.of(Bar.STORM)),
                row("into one that was merged here", real, merged(9, 1), Optional.of(Bar.MERGED_HERE)),
                row("into one that was merged elsewhere", real, merged(9, 5), Optional.of(Bar.OVER)));
    }

    @Test
    void givenANumberThatNoIncidentHas_thenThatIsWhatIsSaid() {
        assertThat(Bars.between(view(1, opened(false, false)), Optional.empty()))
                .contains(Bar.NO_SUCH_INCIDENT);
    }

    private static DynamicTest row(String name, IncidentView from, IncidentView into, Optional<Bar> bar) {
        return dynamicTest(
                name, () -> assertThat(Bars.between(from, Optional.of(into))).isEqualTo(bar));
    }

    private static RunEvent.Opened opened(boolean drill, boolean shadow) {
        return new RunEvent.Opened(Optional.empty(), Optional.empty(), "no runbook matches", "ERP", drill, shadow);
    }

    private static IncidentView merged(long id, long into) {
        return at(
                view(id, opened(false, false)),
                new Position.Finished(Ending.MERGED, NOON, Optional.of(new IncidentId(into))));
    }

    private static IncidentView over(IncidentView view) {
        return at(view, new Position.Finished(Ending.RESOLVED, NOON));
    }

    private static IncidentView at(IncidentView view, Position position) {
        return new IncidentView(
                view.incident(), view.plan(), view.state().with(position), view.alerts(), view.timeline());
    }

    private static StormView parts() {
        return new StormView(Place.of("system:erp"), new StormView.Counts(9, 5, 9), 1, List.of());
    }

    private static IncidentView view(long id, RunEvent.Opened opened) {
        var incident = new Incident(
                new IncidentId(id),
                "Orders stuck",
                Severity.HIGH,
                Optional.of("Orders to the ERP"),
                "#order-flow",
                "no runbook matches",
                NOON,
                Optional.empty());
        var policy = new EscalationPolicy(
                List.of(new Level("ERP", List.of(new Contact.SlackUser("U03MARTA")), Duration.ofMinutes(5))),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15));
        return new IncidentView(
                incident,
                new Plan(List.of(), "ERP", policy, new Resolution.Verify(), Duration.ofMinutes(30)),
                RunState.BEFORE,
                new AlertSummary(1, 1, Map.of(), Map.of(), Optional.empty()),
                List.of(new Happened(1, NOON, opened)));
    }
}
