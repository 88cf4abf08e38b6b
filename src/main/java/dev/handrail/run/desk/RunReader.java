package dev.handrail.run.desk;

import dev.handrail.alert.Severity;
import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.IncidentRepository;
import dev.handrail.incident.Timeline;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.incident.alerts.TallyRepository;
import dev.handrail.incident.alerts.WorkList;
import dev.handrail.incident.alerts.WorkListRepository;
import dev.handrail.platform.Json;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.IncidentView.StormView;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.run.storm.Storms;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads incidents as people see them, and keeps what Slack has been shown of them. */
@Singleton
public final class RunReader {
    /** How many parts of a storm are shown with it. */
    private static final int PARTS = 100;

    private final Transactions transactions;
    private final IncidentRepository incidents;
    private final RunRepository runs;
    private final Plans plans;
    private final Ledger ledger;
    private final Timeline timeline;
    private final TallyRepository alerts;
    private final Storms storms;
    private final WorkListRepository work;

    RunReader(
            Transactions transactions,
            IncidentRepository incidents,
            RunRepository runs,
            Plans plans,
            Ledger ledger,
            Timeline timeline,
            TallyRepository alerts,
            Storms storms,
            WorkListRepository work) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.runs = runs;
        this.plans = plans;
        this.ledger = ledger;
        this.timeline = timeline;
        this.alerts = alerts;
        this.storms = storms;
        this.work = work;
    }

    public Optional<IncidentView> find(IncidentId id) {
        return transactions.read(() -> {
            var storm = storms.of(id, PARTS).map(this::parts);
            var view = incidents.findById(id.value()).map(this::view);
            return storm.isPresent() ? view.map(whole -> whole.with(storm.get())) : view;
        });
    }

    private StormView parts(Storms.Parts parts) {
        var ids = parts.first().stream().map(part -> part.id().value()).toList();
        var rows = runs.all(ids).stream().collect(Collectors.toMap(RunRepository.Row::incidentId, Function.identity()));
        var first = parts.first().stream()
                .flatMap(part -> Optional.ofNullable(rows.get(part.id().value())).stream()
                        .map(run -> part(part, run)))
                .toList();
        var counts = parts.counts();
        return new StormView(
                parts.place(),
                new StormView.Counts(counts.incidents(), counts.modes(), counts.open()),
                parts.version(),
                first);
    }

    private StormView.Part part(Storms.Part part, RunRepository.Row run) {
        return new StormView.Part(part.id(), part.title(), plans.of(run).book().isPresent(), ledger.state(run));
    }

    /** Returns incidents, newest first; those older than {@code before} where it is given. */
    public List<IncidentView> page(Optional<IncidentId> before, int limit) {
        var bound = before.map(IncidentId::value).orElse(Long.MAX_VALUE);
        return transactions.read(
                () -> incidents.page(bound, limit).stream().map(this::view).toList());
    }

    /** @param total how many are open in all */
    public record Open(int total, List<IncidentView> newest) {
        public Open {
            newest = List.copyOf(newest);
        }
    }

    /** Returns the newest open incidents that people are told of. */
    public Open newestOpen(int limit) {
        return transactions.read(() -> {
            var ids = runs.open();
            var views = ids.reversed().stream()
                    .map(incidents::findById)
                    .flatMap(Optional::stream)
                    .map(this::view)
                    .filter(view -> view.kind() != IncidentView.Kind.SHADOW)
                    .limit(limit)
                    .toList();
            return new Open(views.size() < limit ? views.size() : ids.size(), views);
        });
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
        var state = ledger.state(run);
        var incident = new Incident(
                id,
                row.title(),
                state.arrangements().severity().orElseGet(() -> Severity.valueOf(row.severity())),
                Optional.ofNullable(row.flow()),
                row.channel(),
                row.why(),
                row.openedAt(),
                Optional.ofNullable(run.closedAt()));
        return new IncidentView(incident, plans.of(run), state, summary(id), upTo(run.head(), id));
    }

    /** One alert is no list. */
    private AlertSummary summary(IncidentId id) {
        var summary = alerts.of(id).summary();
        return summary.total() > 1 ? summary.with(work.of(id)).differingIn(alerts.differing(id, summary)) : summary;
    }

    /** Returns items of an incident's work list: those that fail first, the longest first. */
    public List<WorkList.Item> items(IncidentId id, int offset, int limit) {
        return transactions.read(() -> work.page(id, offset, limit));
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

    /** Returns those that page somebody, and whose Slack thread has been behind since {@code before} or longer. */
    public List<IncidentId> pagingUnshownSince(Instant before) {
        return transactions.read(() -> runs.unshownSince(before).stream()
                .filter(row -> ledger.state(row).paging().isPresent())
                .map(row -> new IncidentId(row.incidentId()))
                .toList());
    }

    /** Notes that the Slack thread shows what was read; without effect on what has happened since. */
    public void delivered(IncidentView shown) {
        var id = shown.incident().id();
        runs.clean(id.value(), shown.position());
        shown.storm().ifPresent(storm -> storms.shown(id, storm.version()));
    }
}
