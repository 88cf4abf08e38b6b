package dev.handrail.web;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.alert.Severity;
import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Book;
import dev.handrail.run.Cause;
import dev.handrail.run.Ending;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Sections;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three incidents: one on a step, one that nobody knows, one that is over. */
public final class SampleIncidents {
    static final Instant OPENED = Instant.parse("2026-11-21T04:55:00Z");
    static final Person ANA = new Person("U1", "Ana Ruiz");
    static final Person BEN = new Person("U2", "Ben <b>Okafor</b>");
    static final StepId QUEUE = new StepId("check-the-queue");
    static final StepId RESTART = new StepId("restart-the-export");
    static final Revision REVISION = Revision.of("a runbook");

    private SampleIncidents() {}

    static List<IncidentView> newestFirst() {
        return List.of(unknown(), onAStep(), closed());
    }

    static IncidentView onAStep() {
        return view(
                incident(2, "Order export stalled", Severity.CRITICAL, Optional.empty()),
                new Position.OnStep(RESTART, 2, Optional.empty(), Optional.empty()),
                List.of(
                        new RunEvent.Opened(
                                Optional.of("order-export-stalled"),
                                Optional.of(REVISION),
                                "alertname=\"OrderExportStalled\" covers the alert",
                                "Integration team"),
                        new RunEvent.AlertsJoined(3, "d1"),
                        new RunEvent.Reminded(Optional.empty()),
                        new RunEvent.Acknowledged(ANA),
                        new RunEvent.StepShown(QUEUE, 1, Optional.of(REVISION), Optional.empty()),
                        new RunEvent.Answered(ANA, QUEUE, 1, "The queue grows"),
                        new RunEvent.StepShown(RESTART, 1, Optional.of(REVISION), Optional.empty()),
                        new RunEvent.TryStarted(ANA, RESTART, 1, 1),
                        new RunEvent.Answered(ANA, RESTART, 1, "It failed again"),
                        new RunEvent.WaitBegan(RESTART, 1, OPENED.plusSeconds(900), new Target.ToStep(RESTART)),
                        new RunEvent.WaitEnded(Optional.of(ANA)),
                        new RunEvent.TookOver(BEN, Optional.of(ANA)),
                        new RunEvent.StepShown(RESTART, 2, Optional.of(REVISION), Optional.empty())));
    }

    static IncidentView unknown() {
        return view(
                incident(3, "StockSyncDrift <script>alert(1)</script>", Severity.MEDIUM, Optional.empty()),
                new Position.Escalated(Optional.empty()),
                List.of(
                        new RunEvent.Opened(
                                Optional.empty(),
                                Optional.empty(),
                                "no runbook covers StockSyncDrift",
                                "Platform duty"),
                        new RunEvent.Escalated(Cause.UNKNOWN_FAILURE, "", Optional.empty(), Optional.empty(), true),
                        new RunEvent.LevelTold(
                                0, 0, "Platform duty", List.of(new Contact.SlackUser("U3")), Optional.empty()),
                        new RunEvent.LevelTold(
                                0, 1, "Platform duty", List.of(new Contact.SlackUser("U3")), Optional.empty())));
    }

    static IncidentView closed() {
        return view(
                incident(1, "Refund rejected by the ERP", Severity.LOW, Optional.of(OPENED.plusSeconds(2340))),
                new Position.Finished(Ending.RESOLVED, OPENED.plusSeconds(2340)),
                List.of(
                        new RunEvent.Opened(
                                Optional.of("order-export-stalled"),
                                Optional.of(REVISION),
                                "it fits",
                                "Finance systems"),
                        new RunEvent.Acknowledged(ANA),
                        new RunEvent.SourceResolved(),
                        new RunEvent.Finished(
                                Ending.RESOLVED,
                                Optional.of(ANA),
                                "Period was closed; finance reopened it.\nRefund posted.")));
    }

    private static Incident incident(long id, String title, Severity severity, Optional<Instant> closed) {
        return new Incident(
                new IncidentId(id),
                title,
                severity,
                Optional.of("Orders to the ERP"),
                "#order-flow",
                "alertname=\"OrderExportStalled\" covers the alert",
                OPENED,
                closed);
    }

    private static IncidentView view(Incident incident, Position position, List<RunEvent> events) {
        var timeline = new ArrayList<Happened>();
        for (var event : events) {
            var place = timeline.size();
            timeline.add(new Happened(place + 1L, OPENED.plusSeconds(place * 97L), event));
        }
        var state = new RunState(
                position,
                position instanceof Position.Escalated ? Optional.empty() : Optional.of(ANA),
                RunState.Attention.heard(OPENED),
                RunState.BEFORE.condition(),
                RunState.BEFORE.progress(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var known = !(position instanceof Position.Escalated);
        return new IncidentView(incident, known ? plan() : noPlan(), state, alerts(), timeline);
    }

    /** One of those that {@link #alerts()} sums up. */
    static KeptAlert alert(String queue, Alert.Status status) {
        var labels = new HashMap<>(alerts().labels());
        labels.put("queue", queue);
        var alert =
                new Alert("prometheus", "", Fingerprint.of(labels), status, labels, Map.of(), OPENED, Optional.empty());
        return new KeptAlert(
                queue.length(),
                Optional.of(new IncidentId(2)),
                alert,
                Optional.empty(),
                new KeptAlert.Report(17, OPENED, ""),
                Optional.empty());
    }

    private static AlertSummary alerts() {
        return new AlertSummary(
                4,
                3,
                Map.of("alertname", "OrderExportStalled", "flow", "order-to-erp", "region", "emea"),
                Map.of(
                        "summary", "No order has reached the ERP for 25 minutes; 37 are waiting",
                        "generator_url", "https://prometheus.example.org/graph?g0.expr=x"),
                Optional.of("https://prometheus.example.org/graph?g0.expr=x"));
    }

    private static Plan noPlan() {
        return new Plan(List.of(), "Platform duty", policy(), new Resolution.Verify(), Duration.ofMinutes(30));
    }

    private static Plan plan() {
        var book = new Book(
                "order-export-stalled",
                "commerce/order-export-stalled.md",
                REVISION,
                "Order export stalled",
                new Sections("", "", "", "", "", Map.of()),
                new Walk(List.of(
                        step(QUEUE, "Check the queue of orders that wait for the ERP"),
                        step(RESTART, "Restart the export"))),
                "Integration team",
                policy());
        return new Plan(List.of(book), "Integration team", policy(), new Resolution.Verify(), Duration.ofMinutes(30));
    }

    private static Step step(StepId id, String title) {
        return new Step(
                id,
                Step.Part.MITIGATION,
                title,
                "Do it.",
                List.of(new Outcome("The queue grows", new Target.Resolved())),
                Optional.empty(),
                1);
    }

    private static EscalationPolicy policy() {
        return new EscalationPolicy(
                List.of(new Level("Integration team", List.of(new Contact.SlackUser("U3")), Duration.ofMinutes(5))),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10));
    }
}
