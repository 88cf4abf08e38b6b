package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.IncidentRepository;
import dev.handrail.incident.alerts.Grouping.Candidate;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.storm.Failing;
import dev.handrail.incident.storm.StormAlert;
import dev.handrail.match.Match;
import dev.handrail.ownership.Flow;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Text;
import dev.handrail.run.IncidentView.Kind;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens incidents. Joins the caller's transaction. */
@Singleton
public final class Opening {
    /** The source of alerts that people make by hand because something fails; no sender has this name. */
    public static final String BY_HAND = "by hand";

    private static final String WATCHED = "shadow\n";

    /** Characters of an item's name, as the database keeps it. */
    private static final int ITEM_LIMIT = 300;

    private static final Set<String> MADE = Set.of(StormAlert.SOURCE, BY_HAND);

    private static final Match NOT_CERTAIN = new Match.Unknown("no runbook is certain");

    private final IncidentRepository incidents;
    private final Ledger ledger;
    private final CurrentLibrary libraries;
    private final CurrentMatcher matchers = new CurrentMatcher();

    Opening(IncidentRepository incidents, Ledger ledger, CurrentLibrary libraries) {
        this.incidents = incidents;
        this.ledger = ledger;
        this.libraries = libraries;
    }

    /**
     * What the library, as it is now, makes of an alert.
     *
     * @param groupKey equal for alerts that make one incident
     * @param kind what its incident is to people
     */
    public record Aim(Library library, Match match, String groupKey, Kind kind) {
        /** Returns the flow that the runbook names, else the one that the alert does. */
        public Optional<Flow> flow(Alert alert) {
            return new Planner(library).flow(alert, match);
        }

        /**
         * Returns an alert as it is kept: to the microsecond, which is what databases keep, and marked where nobody is told of
         * it, so that a source that is no longer only watched begins anew.
         */
        Alert stored(Alert alert) {
            return new Alert(
                    alert.source(),
                    kind == Kind.SHADOW ? WATCHED + alert.groupKey() : alert.groupKey(),
                    alert.fingerprint(),
                    alert.status(),
                    alert.labels(),
                    alert.annotations(),
                    alert.startsAt().truncatedTo(ChronoUnit.MICROS),
                    alert.endsAt().map(at -> at.truncatedTo(ChronoUnit.MICROS)));
        }

        /** Says whether what is kept of an alert is of the same kind: what was only watched is no part of what people are told. */
        boolean concerns(KeptAlert last) {
            return last.alert().groupKey().startsWith(WATCHED) == (kind == Kind.SHADOW);
        }

        /** Returns the object that the alert says is affected, where its runbook knows how to tell. */
        Optional<String> item(Alert alert) {
            return match instanceof Match.Matched matched
                    ? matched.runbook()
                            .policy()
                            .businessKey()
                            .flatMap(key -> alert.label(key).or(() -> alert.annotation(key)))
                            .map(value -> value.substring(0, Math.min(value.length(), ITEM_LIMIT)))
                    : Optional.empty();
        }
    }

    /** @param shadow whether nobody is to be told of it */
    Aim aim(Alert alert, boolean shadow) {
        var library = libraries.library();
        var match = matchers.of(library).certain(alert).orElse(NOT_CERTAIN);
        var flow = new Planner(library).flow(alert, match);
        var watched = shadow || flow.filter(known -> known.alerting().shadow()).isPresent();
        var group = watched ? WATCHED + group(alert, match) : group(alert, match);
        return new Aim(library, match, Sha256.of(group), watched ? Kind.SHADOW : Kind.REAL);
    }

    /** Returns an aim with what only an opening needs: where no runbook is certain, those whose text is like the alert's. */
    Aim completed(Alert alert, Aim aim) {
        return aim.match() instanceof Match.Unknown && !alert.source().equals(BY_HAND)
                ? new Aim(aim.library(), uncertain(alert, aim.library()), aim.groupKey(), aim.kind())
                : aim;
    }

    /** The words of our own alerts are ours, and say nothing of what fails. */
    private Match uncertain(Alert alert, Library library) {
        var matcher = matchers.of(library);
        return alert.source().equals(StormAlert.SOURCE) ? matcher.match(alert, List.of()) : matcher.match(alert);
    }

    /** An unmatched alert groups by its source, its sender's group key and its name. */
    private static String group(Alert alert, Match match) {
        return switch (match) {
            case Match.Matched matched -> matched.runbook().id() + "\n" + group(alert, matched.runbook());
            case Match.Ambiguous _, Match.Suggested _, Match.Unknown _ ->
                String.join("\n", alert.source(), alert.groupKey(), alert.name().orElse(""));
        };
    }

    /** Where a runbook says what its alerts are about, each is an item of one work list, however its sender groups them. */
    private static String group(Alert alert, Runbook runbook) {
        var labels = runbook.policy().groupBy();
        if (labels.isEmpty() && runbook.policy().businessKey().isPresent()) {
            return "work list";
        }
        return labels.isEmpty()
                ? alert.source() + "\n" + alert.groupKey()
                : labels.stream()
                        .map(label -> label + "=" + alert.label(label).orElse(""))
                        .collect(Collectors.joining("\n"));
    }

    /** Returns an alert as one that may be a part of a storm; empty for what is made up, and for storms themselves. */
    Optional<Failing> failing(Alert alert, Aim aim) {
        return isOurs(alert, aim)
                ? Optional.empty()
                : Optional.of(Failing.of(
                        alert, aim.match(), new Planner(aim.library()).flow(alert, aim.match()), ledger.now()));
    }

    /** Says whether nobody is told of it anyway, or it is made on purpose: its incident is wanted, whatever is silenced. */
    static boolean isOurs(Alert alert, Aim aim) {
        return aim.kind() != Kind.REAL || MADE.contains(alert.source());
    }

    /** @param storm that it is a part of from the start */
    Candidate open(Alert alert, Aim aim, Optional<RunEvent.Gathered> storm) {
        var flow = new Planner(aim.library()).flow(alert, aim.match());
        return open(alert, aim, new Home(flow.map(Flow::name), channel(aim, flow)), storm);
    }

    private static String channel(Aim aim, Optional<Flow> flow) {
        return flow.map(Flow::channel).orElse(aim.library().catalogue().defaultChannel());
    }

    /**
     * Where an incident belongs.
     *
     * @param flow its name for people
     */
    public record Home(Optional<String> flow, String channel) {}

    /** Opens an incident for an alert that another held: matched anew, in the same flow and channel, and no group joins it. */
    public IncidentId apart(KeptAlert held, Kind kind, Home home) {
        var aim = completed(held.alert(), aim(held.alert(), false));
        var group = Sha256.of("split off\n" + held.id() + "\n" + ledger.now());
        var own = new Aim(aim.library(), aim.match(), group, kind);
        return open(held.alert(), own, home, Optional.empty()).id();
    }

    private Candidate open(Alert alert, Aim aim, Home home, Optional<RunEvent.Gathered> storm) {
        var plan = new Planner(aim.library()).plan(alert, aim.match());
        var now = ledger.now();
        var row = incidents.save(new IncidentRepository.Row(
                null,
                aim.groupKey(),
                title(alert, aim.match()),
                severity(alert, aim.match()).name(),
                home.flow().orElse(null),
                home.channel(),
                Text.storable(aim.match().why()),
                now));
        var id = new IncidentId(Objects.requireNonNull(row.id(), "the database numbers incidents"));
        var book = plan.book();
        var opened = new RunEvent.Opened(
                book.map(found -> found.id()),
                book.map(found -> found.revision()),
                aim.match().why(),
                plan.owner(),
                aim.kind() == Kind.DRILL,
                aim.kind() == Kind.SHADOW);
        var events = storm.map(gathered -> RunMachine.open(plan, opened, gathered, now))
                .orElseGet(() -> RunMachine.open(plan, opened, now));
        ledger.open(id, aim.groupKey(), plan, events);
        return new Candidate(id, Optional.empty(), plan.reopenWithin());
    }

    private static String title(Alert alert, Match match) {
        return switch (match) {
            case Match.Matched matched -> matched.runbook().title();
            case Match.Ambiguous _, Match.Suggested _, Match.Unknown _ ->
                Text.storable(alert.name().orElse("An alert without a name"));
        };
    }

    private static Severity severity(Alert alert, Match match) {
        var own = match instanceof Match.Matched matched
                ? matched.runbook().policy().severity()
                : Optional.<Severity>empty();
        return own.or(() -> alert.label("severity").map(Severity::ofSender)).orElse(Severity.MEDIUM);
    }
}
