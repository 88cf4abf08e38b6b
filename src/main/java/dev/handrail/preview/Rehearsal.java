package dev.handrail.preview;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.alert.Severity;
import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.match.Match;
import dev.handrail.ownership.Flow;
import dev.handrail.run.Decision;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Plan;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.run.reception.Planner;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run that nobody else sees: the real machine decides, and what happened is kept in memory. The same presses give the same
 * rehearsal, which is how an author goes back, and stays where they were when the file changes.
 */
public final class Rehearsal {
    private static final Person AUTHOR = new Person("U0YOU", "You");
    private static final Duration MOMENT = Duration.ofSeconds(20);

    private final Incident incident;
    private final Plan plan;
    private final SampleAlert alert;
    private final List<Happened> timeline = new ArrayList<>();
    private RunState state = RunState.BEFORE;
    private Instant now;

    private Rehearsal(Incident incident, Plan plan, SampleAlert alert) {
        this.incident = incident;
        this.plan = plan;
        this.alert = alert;
        this.now = incident.openedAt();
    }

    /** Begins a run of a manuscript; empty if it cannot be walked, because it or what it leads to has errors. */
    public static Optional<Rehearsal> of(Manuscript manuscript, SampleAlert sample, Instant now) {
        return manuscript
                .runbook()
                .map(runbook -> begin(manuscript, runbook, sample, now))
                .filter(rehearsal -> leadsSomewhere(rehearsal.plan));
    }

    private static Rehearsal begin(Manuscript manuscript, Runbook runbook, SampleAlert sample, Instant now) {
        var planner = new Planner(manuscript.library());
        var alert = new Alert(
                "preview",
                "preview",
                Fingerprint.of(sample.labels()),
                Alert.Status.FIRING,
                sample.labels(),
                sample.annotations(),
                now,
                Optional.empty());
        var match = new Match.Matched(runbook, "you are looking at it");
        var plan = planner.plan(alert, match);
        var flow = planner.flow(alert, match);
        var incident = new Incident(
                new IncidentId(1),
                runbook.title(),
                severity(runbook, alert),
                flow.map(Flow::name),
                flow.map(Flow::channel).orElse(manuscript.library().catalogue().defaultChannel()),
                match.why(),
                now,
                Optional.empty());
        var rehearsal = new Rehearsal(incident, plan, sample);
        var opened = new RunEvent.Opened(
                Optional.of(runbook.id()), Optional.of(runbook.revision()), match.why(), plan.owner());
        rehearsal.keep(RunMachine.open(plan, opened, now));
        return rehearsal;
    }

    private static Severity severity(Runbook runbook, Alert alert) {
        return runbook.policy()
                .severity()
                .or(() -> alert.label("severity").map(Severity::ofSender))
                .orElse(Severity.MEDIUM);
    }

    /** A jump to a step that another file does not have is a problem of its own, and not one to fall over. */
    private static boolean leadsSomewhere(Plan plan) {
        return plan.books().stream()
                .flatMap(book -> book.walk().steps().stream())
                .flatMap(step -> step.outcomes().stream())
                .allMatch(outcome -> leadsSomewhere(plan, outcome.target()));
    }

    private static boolean leadsSomewhere(Plan plan, Target target) {
        return switch (target) {
            case Target.ToStep to -> plan.find(to.step()).isPresent();
            case Target.Wait wait -> leadsSomewhere(plan, wait.then());
            case Target.Resolved _, Target.Escalate _, Target.ToRunbook _ -> true;
        };
    }

    /** Does what was pressed. Says whether that was possible. */
    public boolean press(Press press) {
        if (press.verb().equals(Press.TIME)) {
            now = due().orElse(now);
        } else {
            now = now.plus(MOMENT);
        }
        return press.command(plan, AUTHOR)
                .map(command -> RunMachine.decide(plan, state, command, now))
                .filter(this::accept)
                .isPresent();
    }

    private boolean accept(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> {
                keep(accepted.events());
                yield !accepted.events().isEmpty();
            }
            case Decision.Refused _ -> false;
        };
    }

    /** Shows a step as if the walk had come there. */
    public Rehearsal at(StepId step) {
        keep(List.of(
                new RunEvent.Acknowledged(AUTHOR),
                new RunEvent.StepShown(step, 1, Optional.empty(), Optional.empty())));
        return this;
    }

    private void keep(List<RunEvent> events) {
        for (var event : events) {
            state = RunMachine.evolve(state, event, now);
            timeline.add(new Happened(timeline.size() + 1, now, event));
        }
    }

    /** Returns when time alone will change something; empty once the run is over. */
    public Optional<Instant> due() {
        return RunMachine.deadline(plan, state).filter(at -> !at.isBefore(now));
    }

    public Instant now() {
        return now;
    }

    public Plan plan() {
        return plan;
    }

    public RunState state() {
        return state;
    }

    /** Returns what people are shown of the run. */
    public IncidentView view() {
        return new IncidentView(incident, plan, state, alert.summary(), timeline);
    }
}
