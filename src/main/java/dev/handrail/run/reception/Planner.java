package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.match.Match;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.Owner;
import dev.handrail.run.Book;
import dev.handrail.run.Candidate;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Policy;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.StepNames;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.library.OwnerChoice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pins what a new run will need: its runbook, the runbooks that it jumps to, and whom they escalate to. */
public final class Planner {
    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

    private final Library library;
    private final AlertOwners owners;

    public Planner(Library library) {
        this.library = library;
        this.owners = new AlertOwners(library.catalogue());
    }

    /** Returns what a run for an alert is pinned to. */
    public Plan plan(Alert alert, Match match) {
        return switch (match) {
            case Match.Matched matched -> known(matched.runbook(), new Said(flow(alert, match), owners.payload(alert)));
            case Match.Ambiguous _, Match.Suggested _, Match.Unknown _ ->
                unknown(owners.owner(alert, flow(alert, match))).offering(Candidate.of(match));
        };
    }

    /**
     * Returns what a run goes on with.
     *
     * @param alerts what they all say: after a merge, or with another sender, they may share no flow
     * @param own the name of the incident's flow
     */
    Plan again(Runbook runbook, AlertSummary alerts, Optional<String> own) {
        Function<String, Optional<String>> label =
                name -> Optional.ofNullable(alerts.labels().get(name));
        var flow = runbook.policy()
                .flow()
                .or(() -> label.apply("flow"))
                .flatMap(catalogue()::flow)
                .or(() -> own.flatMap(this::named));
        return known(runbook, new Said(flow, owners.payload(label, alerts.annotations())));
    }

    private Optional<Flow> named(String name) {
        return catalogue().flows().values().stream()
                .filter(flow -> flow.name().equals(name))
                .findFirst();
    }

    /** Whom an alert leads to, beside its runbook. */
    private record Said(Optional<Flow> flow, OwnerChoice.Payload payload) {}

    /** Returns the flow that the runbook names, else the one that the alert's label does. */
    public Optional<Flow> flow(Alert alert, Match match) {
        var named = match instanceof Match.Matched matched
                ? matched.runbook().policy().flow()
                : Optional.<String>empty();
        return named.or(() -> alert.label("flow")).flatMap(catalogue()::flow);
    }

    private Catalogue catalogue() {
        return library.catalogue();
    }

    private static Plan unknown(Owner owner) {
        return new Plan(List.of(), owner.name(), owner.policy(), new Resolution.Verify(), Policy.DEFAULT_REOPEN_WITHIN);
    }

    private Plan known(Runbook runbook, Said said) {
        var books = new ArrayList<Book>();
        for (var reached : reachable(runbook)) {
            books.add(book(reached, said, new Names(runbook, reached)));
        }
        var first = books.getFirst();
        var policy = runbook.policy();
        return new Plan(books, first.owner(), first.policy(), policy.resolve(), policy.reopenWithin())
                .with(stepOwners(runbook));
    }

    /** Returns who answers for the steps that say so, by the names that the steps have in the plan. */
    private Map<String, Owner> stepOwners(Runbook first) {
        var found = new TreeMap<String, Owner>();
        for (var runbook : reachable(first)) {
            var names = new Names(first, runbook);
            for (var step : runbook.walk().steps()) {
                step.owner()
                        .map(catalogue()::owner)
                        .ifPresent(owner -> found.put(
                                names.own(step.id()).value(),
                                new Owner(owner.id(), owner.name(), policy(runbook, owner))));
            }
        }
        return found;
    }

    /** Returns the runbook and all that its outcomes lead to, in the order in which they are met. */
    private List<Runbook> reachable(Runbook first) {
        var reached = new LinkedHashSet<Runbook>();
        var open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            var next = open.poll();
            if (reached.add(next)) {
                next.walk().steps().stream()
                        .flatMap(step -> step.outcomes().stream())
                        .map(Outcome::target)
                        .flatMap(target -> jump(target).stream())
                        .map(this::destination)
                        .forEach(open::add);
            }
        }
        return List.copyOf(reached);
    }

    private static Optional<Target.ToRunbook> jump(Target target) {
        return switch (target) {
            case Target.ToRunbook jump -> Optional.of(jump);
            case Target.Wait wait -> jump(wait.then());
            case Target.ToStep _, Target.Resolved _, Target.Escalate _ -> Optional.empty();
        };
    }

    private Runbook destination(Target.ToRunbook jump) {
        return library.byPath(jump.path())
                .orElseThrow(() -> new IllegalStateException(
                        "%s is jumped to, but not in the library, which should have refused it"
                                .formatted(jump.path())));
    }

    private Book book(Runbook runbook, Said said, Names names) {
        var owner = owner(runbook, said);
        return new Book(
                runbook.id(),
                runbook.path(),
                runbook.revision(),
                runbook.title(),
                runbook.sections(),
                new Walk(runbook.walk().steps().stream()
                        .map(step -> renamed(step, names))
                        .toList()),
                owner.name(),
                policy(runbook, owner));
    }

    private Owner owner(Runbook runbook, Said said) {
        var own = runbook.policy().flow().flatMap(catalogue()::flow).or(said::flow);
        var choice = OwnerChoice.of(runbook, own, said.payload(), catalogue());
        if (choice.isContested()) {
            LOG.info(
                    "runbook={} owner={} because {}",
                    runbook.path(),
                    choice.owner().id(),
                    choice.why());
        }
        return choice.owner();
    }

    private static EscalationPolicy policy(Runbook runbook, Owner owner) {
        return owner.policy()
                .within(runbook.policy().acknowledgeWithin(), runbook.policy().stepWithin());
    }

    private Step renamed(Step step, Names names) {
        return new Step(
                names.own(step.id()),
                step.part(),
                step.title(),
                step.text(),
                step.outcomes().stream()
                        .map(outcome -> new Outcome(outcome.label(), renamed(outcome.target(), names)))
                        .toList(),
                step.retry(),
                step.owner(),
                step.line());
    }

    private Target renamed(Target target, Names names) {
        return switch (target) {
            case Target.ToStep to -> new Target.ToStep(names.own(to.step()));
            case Target.Wait wait -> new Target.Wait(wait.time(), renamed(wait.then(), names));
            case Target.ToRunbook jump -> {
                var there = destination(jump);
                yield new Target.ToStep(names.of(there, arrival(there, jump)));
            }
            case Target.Resolved _, Target.Escalate _ -> target;
        };
    }

    /** A link may name the step in any of the ways that its own file understands. */
    private static StepId arrival(Runbook there, Target.ToRunbook jump) {
        return jump.step()
                .flatMap(name -> there.names().find(name.value()))
                .map(StepNames.Found::step)
                .orElseGet(() -> there.walk().first().id());
    }

    /** What the steps of a runbook are called in a plan: the first one's keep their names, also where another jumps back to it. */
    private record Names(Runbook first, Runbook here) {
        StepId own(StepId step) {
            return of(here, step);
        }

        StepId of(Runbook runbook, StepId step) {
            return runbook.path().equals(first.path()) ? step : new StepId(runbook.path() + "#" + step);
        }
    }
}
