package dev.handrail.slack;

import dev.handrail.alert.Severity;
import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.match.Match;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.IncidentView.StormView;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.fact.Telling;
import dev.handrail.run.hand.HandDesk;
import dev.handrail.run.machine.RunMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An incident that is walked by the real machine, with a clock that the test moves. */
public final class Drill {
    public static final Person ANA = new Person("U01ANA", "ana");
    public static final Person BEN = new Person("U02BEN", "ben");
    public static final Instant START = Instant.parse("2026-11-21T02:10:00Z");

    private Plan plan;
    private final List<Happened> timeline = new ArrayList<>();
    private RunState state = RunState.BEFORE;
    private Instant now = START;
    private AlertSummary alerts = new AlertSummary(
            5,
            3,
            Map.of("alertname", "OrderExportStalled", "flow", "order-to-erp", "region", "eu", "queue", "orders.out"),
            Map.of("summary", "412 orders wait for export"),
            Optional.of("https://prometheus.example/graph?g0.expr=orders&g0.tab=0"));
    private String title = "Orders stuck before ERP export";
    private String channel = "#order-flows";
    private boolean madeUp;
    private String perhaps = "";
    private String byHand = "";
    private Optional<StormView> storm = Optional.empty();
    private final List<Telling> tellings = new ArrayList<>();

    private Drill(Plan plan) {
        this.plan = plan;
    }

    /** An incident whose runbook is known. */
    public static Drill known() {
        return new Drill(Plans.known()).opened();
    }

    public static Drill of(Plan plan) {
        return new Drill(plan).opened();
    }

    /** An incident on a made-up alert. */
    public static Drill madeUp() {
        var drill = new Drill(Plans.known());
        drill.madeUp = true;
        return drill.opened();
    }

    /** A failure that no runbook knows. */
    public static Drill unknown() {
        var drill = new Drill(Plans.unknown());
        drill.title = "SomethingNobodyHasSeen";
        return drill.opened();
    }

    /** Somebody paged an owner by hand: there is no alert but their words. */
    public static Drill pagedByHand() {
        var drill = new Drill(Plans.unknown());
        drill.title = "The ERP refuses <!here> every order";
        drill.byHand = HandDesk.PAGED + "ben: " + drill.title;
        drill.alerts = new AlertSummary(
                1,
                1,
                Map.of("alertname", drill.title, "owner", "erp", "severity", "high"),
                Map.of("summary", drill.title),
                Optional.empty());
        return drill.opened();
    }

    /** A failure that no runbook is certain for, though some read as if they were. */
    public static Drill guessed() {
        var drill = new Drill(Plans.guessed());
        drill.title = "OrdersWaitForErp";
        drill.perhaps = Match.Suggested.PERHAPS + "order-export-stuck.md (0.59: it speaks of \"orders\")";
        return drill.opened();
    }

    /** An incident that was a part of a storm from the start. */
    public static Drill gathered() {
        var drill = new Drill(Plans.known());
        var storm = new RunEvent.Gathered(new IncidentId(12), "storm #12 is on system erp-netsuite");
        drill.record(RunMachine.open(drill.plan, drill.opening(), storm, drill.now));
        return drill;
    }

    private Drill opened() {
        record(RunMachine.open(plan, opening(), now));
        return this;
    }

    private RunEvent.Opened opening() {
        var book = plan.book();
        return new RunEvent.Opened(
                book.map(found -> found.id()), book.map(found -> found.revision()), why(), plan.owner(), madeUp);
    }

    /** It stands for others. */
    public Drill with(StormView parts) {
        storm = Optional.of(parts);
        return this;
    }

    /** This became of telling somebody whom the last telling of a level is to reach. */
    public Drill told(Contact contact, Telling.Standing standing, String why) {
        var last = timeline.stream()
                .filter(happened -> happened.event() instanceof RunEvent.LevelTold)
                .toList()
                .getLast();
        tellings.add(new Telling(last.position(), contact, standing, why));
        return this;
    }

    private String why() {
        if (!byHand.isEmpty()) {
            return byHand;
        }
        return plan.book().isPresent()
                ? "alertname=\"OrderExportStalled\" and flow=\"order-to-erp\" are what it is for"
                : "no runbook is for alertname=\"SomethingNobodyHasSeen\"" + perhaps;
    }

    public Drill with(AlertSummary other) {
        alerts = other;
        return this;
    }

    public Drill titled(String other) {
        title = other;
        return this;
    }

    public Drill in(String other) {
        channel = other;
        return this;
    }

    public Drill does(Command command) {
        switch (RunMachine.decide(plan, state, command, now)) {
            case Decision.Accepted accepted -> {
                record(accepted.events());
                if (command instanceof Command.SwitchRevision asked && asked.newer() instanceof Newer.Available newer) {
                    plan = newer.plan();
                }
                if (command instanceof Command.PickRunbook asked && asked.found() instanceof Newer.Available found) {
                    plan = found.plan();
                }
            }
            case Decision.Refused refused -> throw new AssertionError(command + " was refused: " + refused);
        }
        return this;
    }

    public Drill acknowledges(Person by) {
        return does(new Command.Acknowledge(by));
    }

    /** Answers the step that is shown. */
    public Drill answers(Person by, String outcome) {
        var now = step();
        return does(new Command.Answer(by, now.step(), now.attempt(), outcome));
    }

    public Drill starts(Person by) {
        var now = step();
        return does(new Command.StartTry(by, now.step(), now.attempt(), 0));
    }

    /** The library changes, and it is noticed. */
    public Drill notices(Plan newer, String changes) {
        return does(new Command.NoticeRevision(newer.edition(), changes));
    }

    /** Goes on with a newer revision. */
    public Drill switches(Person by, Plan newer, String changes) {
        var now = step();
        var revision = newer.edition().orElseThrow();
        var available = new Newer.Available(newer, revision, changes);
        return does(new Command.SwitchRevision(by, now.step(), now.attempt(), revision, available));
    }

    /** Picks one of the offered runbooks. */
    public Drill picks(Person by, int number) {
        var found = Plans.known().after(plan);
        return does(new Command.PickRunbook(
                by,
                plan.candidates().get(number),
                new Newer.Available(found, found.edition().orElseThrow(), "")));
    }

    /** Lets time pass, and every deadline in it strike. */
    public Drill passes(Duration time) {
        var end = now.plus(time);
        var due = RunMachine.deadline(plan, state);
        while (due.isPresent() && !due.get().isAfter(end)) {
            now = due.get().isAfter(now) ? due.get() : now;
            does(new Command.ClockStrikes());
            due = RunMachine.deadline(plan, state);
        }
        now = end;
        return this;
    }

    public Position.OnStep step() {
        if (state.position() instanceof Position.OnStep now) {
            return now;
        }
        throw new AssertionError("not on a step but " + state.position());
    }

    private void record(List<RunEvent> events) {
        for (var event : events) {
            state = RunMachine.evolve(state, event, now);
            timeline.add(new Happened(timeline.size() + 1L, now, event));
        }
    }

    public IncidentView view() {
        var closed = state.position() instanceof Position.Finished over
                ? Optional.of(over.since())
                : Optional.<Instant>empty();
        var incident = new Incident(
                new IncidentId(42),
                title,
                Severity.CRITICAL,
                Optional.of("Order to ERP"),
                channel,
                why(),
                START,
                closed);
        return new IncidentView(incident, plan, state, alerts, timeline, storm).told(tellings);
    }
}
