package dev.handrail.run.desk;

import dev.handrail.alert.Severity;
import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.IncidentRepository;
import dev.handrail.incident.Timeline;
import dev.handrail.incident.alerts.TallyRepository;
import dev.handrail.platform.Json;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.machine.RunMachine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads incidents as people see them, and keeps what Slack has been shown of them. */
@Singleton
public final class RunReader {
    private final Transactions transactions;
    private final IncidentRepository incidents;
    private final RunRepository runs;
    private final Plans plans;
    private final Ledger ledger;
    private final Timeline timeline;
    private final TallyRepository alerts;

    RunReader(
            Transactions transactions,
            IncidentRepository incidents,
            RunRepository runs,
            Plans plans,
            Ledger ledger,
            Timeline timeline,
            TallyRepository alerts) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.runs = runs;
        this.plans = plans;
        this.ledger = ledger;
        this.timeline = timeline;
        this.alerts = alerts;
    }

    public Optional<IncidentView> find(IncidentId id) {
        return transactions.read(() -> incidents.findById(id.value()).map(this::view));
    }

    /** Returns incidents, newest first; those older than {@code before} where it is given. */
    public List<IncidentView> page(Optional<IncidentId> before, int limit) {
        var bound = before.map(IncidentId::value).orElse(Long.MAX_VALUE);
        return transactions.read(
                () -> incidents.page(bound, limit).stream().map(this::view).toList());
    }

    /** Returns every open incident, newest first. */
    public List<IncidentView> open() {
        return transactions.read(() -> runs.open().reversed().stream()
                .map(incidents::findById)
                .flatMap(Optional::stream)
                .map(this::view)
                .toList());
    }

    private IncidentView view(IncidentRepository.Row row) {
        var id = new IncidentId(row.id() == null ? 0 : row.id());
        var run = runs.findById(id.value())
                .orElseThrow(() -> new IllegalStateException("incident %s has no run".formatted(id)));
        var incident = new Incident(
                id,
                row.title(),
                Severity.valueOf(row.severity()),
                Optional.ofNullable(row.flow()),
                row.channel(),
                row.why(),
                row.openedAt(),
                Optional.ofNullable(run.closedAt()));
        return new IncidentView(
                incident, plans.of(run), ledger.state(run), alerts.of(id).summary(), upTo(run.head(), id));
    }

    /** The state was read a moment before: what happened since would not fit it. */
    private List<Happened> upTo(long head, IncidentId id) {
        return timeline(id).stream()
                .filter(happened -> happened.position() <= head)
                .toList();
    }

    /** Returns everything that happened in an incident, oldest first. */
    public List<Happened> timeline(IncidentId id) {
        return ledger.timeline(id);
    }

    /** Returns the hash of each entry of an incident's timeline, by its place. */
    public Map<Long, String> hashes(IncidentId id) {
        return transactions.read(
                () -> timeline.of(id).stream().collect(Collectors.toMap(Timeline.Entry::place, Timeline.Entry::hash)));
    }

    /** Returns the oldest incident whose stored state, if any, is not what its timeline gives when it is replayed. */
    public Optional<IncidentId> firstMisstated() {
        return incidents.ids().stream()
                .map(IncidentId::new)
                .filter(id -> runs.findById(id.value())
                        .filter(run -> run.state().isEmpty()
                                || run.state().equals(Json.write(RunMachine.replay(timeline(id)))))
                        .isEmpty())
                .findFirst();
    }

    /** Returns what an incident says is the end of its timeline. */
    public Optional<Timeline.Head> head(IncidentId id) {
        return runs.findById(id.value()).map(run -> new Timeline.Head(run.head(), run.headHash()));
    }

    /** Returns incidents whose Slack thread may not show their newest event, the longest waiting first. */
    public List<IncidentId> undelivered(int limit) {
        return runs.dirty(limit).stream().map(IncidentId::new).toList();
    }

    /** Notes that the Slack thread shows the timeline up to {@code place}; without effect if it has grown since. */
    public void delivered(IncidentId id, long place) {
        runs.clean(id.value(), place);
    }
}
