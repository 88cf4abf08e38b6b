package dev.handrail.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Owner;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run is pinned to: the runbook and those that it jumps to, and whom to escalate to.
 *
 * @param books the matched runbook first; empty for an unknown failure, which has no steps
 * @param owner whom an unknown failure is escalated to, by name; the first book's owner where there is one
 * @param policy the same owner's
 * @param reopenWithin firing again inside this window reopens the incident instead of opening another
 * @param past books that the run was pinned to before somebody went on with a newer revision: they name the steps of its history
 * @param stepOwners who answers for a step, in place of its book's owner, by the step's name
 * @param candidates runbooks that were offered for an unknown failure; kept when one of them is picked
 */
public record Plan(
        List<Book> books,
        String owner,
        EscalationPolicy policy,
        Resolution resolve,
        Duration reopenWithin,
        List<Book> past,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Owner> stepOwners,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Candidate> candidates) {
    /** What is asked of an unknown failure when the source says resolved. */
    public static final Step IS_IT_OVER = isItOver("");

    /** Plans of earlier releases were stored without {@code past}, {@code stepOwners} and {@code candidates}. */
    @SuppressWarnings({"ConstantConditions", "RedundantNullCheck"})
    public Plan {
        books = List.copyOf(books);
        past = past == null ? List.of() : List.copyOf(past);
        stepOwners = stepOwners == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(stepOwners));
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
    }

    public Plan(List<Book> books, String owner, EscalationPolicy policy, Resolution resolve, Duration reopenWithin) {
        this(books, owner, policy, resolve, reopenWithin, List.of(), Map.of(), List.of());
    }

    /** Returns the plan of an unknown failure for which some runbooks are offered. */
    public Plan offering(List<Candidate> offered) {
        return new Plan(books, owner, policy, resolve, reopenWithin, past, stepOwners, offered);
    }

    /** Returns this plan with steps that have owners of their own. */
    public Plan with(Map<String, Owner> ofSteps) {
        return new Plan(books, owner, policy, resolve, reopenWithin, past, ofSteps, candidates);
    }

    /** Returns this plan with every policy as {@code change} has it. */
    public Plan with(UnaryOperator<EscalationPolicy> change) {
        var steps = new TreeMap<String, Owner>();
        stepOwners.forEach((step, of) -> steps.put(step, new Owner(of.id(), of.name(), change.apply(of.policy()))));
        return new Plan(
                books.stream().map(book -> book.with(change)).toList(),
                owner,
                change.apply(policy),
                resolve,
                reopenWithin,
                past,
                steps,
                candidates);
    }

    /** Returns the revision of the runbook; where it leads to others, one digest of all of them. Empty without a runbook. */
    @JsonIgnore
    public Optional<Revision> edition() {
        if (books.size() < 2) {
            return book().map(Book::revision);
        }
        return Optional.of(Revision.of(books.stream()
                .map(book -> book.path() + " " + book.revision().value())
                .sorted()
                .collect(Collectors.joining("\n"))));
    }

    /** Returns this plan for a run that was pinned to another until now. */
    public Plan after(Plan before) {
        var all = Stream.concat(before.books.stream(), before.past.stream()).toList();
        return new Plan(books, owner, policy, resolve, reopenWithin, all, stepOwners, before.candidates);
    }

    /** Returns the runbook that a step belongs to or once belonged to; empty for a step that no runbook wrote. */
    public Optional<Book> everOf(StepId step) {
        return Stream.concat(books.stream(), past.stream())
                .filter(book -> book.walk().find(step).isPresent())
                .findFirst();
    }

    /** Returns what a step is called, also one that is only in a revision that the run had before. */
    public String title(StepId step) {
        return find(step)
                .or(() -> everOf(step).map(book -> book.walk().step(step)))
                .map(Step::title)
                .orElseGet(step::value);
    }

    /** Returns the matched runbook; empty for an unknown failure. */
    @JsonIgnore
    public Optional<Book> book() {
        return books.stream().findFirst();
    }

    /** Returns the runbook that a step belongs to; empty for a step that no runbook wrote. */
    public Optional<Book> bookOf(StepId step) {
        return books.stream().filter(book -> book.walk().find(step).isPresent()).findFirst();
    }

    /** Returns a step that a run of the plan may stand at, whoever wrote it; empty for a step of another plan. */
    public Optional<Step> find(StepId id) {
        return bookOf(id)
                .map(book -> book.walk().step(id))
                .or(() -> askedBy(id).map(Plan::isItOver))
                .or(() -> Optional.of(IS_IT_OVER).filter(step -> step.id().equals(id)));
    }

    /** Throws {@link IllegalArgumentException} if the plan does not have the step. */
    public Step step(StepId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no step '%s' in %s"
                .formatted(id, books.stream().map(Book::path).toList())));
    }

    /** Returns whom to tell when the failure at {@code step} is not one that its runbook knows. */
    public EscalationPolicy policyAt(Optional<StepId> step) {
        return stepOwner(step)
                .map(Owner::policy)
                .or(() -> responsible(step).map(Book::policy))
                .orElse(policy);
    }

    /** Returns the owner's name for the failure at {@code step}. */
    public String ownerAt(Optional<StepId> step) {
        return stepOwner(step)
                .map(Owner::name)
                .or(() -> responsible(step).map(Book::owner))
                .orElse(owner);
    }

    /** Returns the step's own owner; empty where the step says nothing of one. */
    public Optional<Owner> stepOwner(Optional<StepId> step) {
        return step.flatMap(id -> Optional.ofNullable(stepOwners.get(id.value())));
    }

    /** Returns the first of the steps that ask whether it is over, for a run that stands at {@code step}. */
    public Step closing(Optional<StepId> step) {
        return responsible(step)
                .or(this::book)
                .map(book -> book.walk().verification().orElseGet(() -> isItOver(book)))
                .orElse(IS_IT_OVER);
    }

    private Optional<Book> responsible(Optional<StepId> step) {
        return step.flatMap(id -> bookOf(id).or(() -> askedBy(id)));
    }

    /** Returns the runbook whose failure {@code step} asks about: that runbook has no Verification section of its own. */
    private Optional<Book> askedBy(StepId step) {
        return books.stream().filter(book -> isItOver(book).id().equals(step)).findFirst();
    }

    private static Step isItOver(Book book) {
        return isItOver(book.path());
    }

    /** The name has a question mark, which no heading's slug has, so that it is never a step's own. */
    private static Step isItOver(String path) {
        return new Step(
                new StepId(path + "?is-it-over"),
                Step.Part.VERIFICATION,
                "Is it over?",
                "The source says that the condition has ended. Look at what the business sees, not only at the alert.",
                List.of(
                        new Outcome("Yes, it is over", new Target.Resolved()),
                        new Outcome(
                                "No, still broken",
                                new Target.Escalate("The source says resolved, but it is not over"))),
                Optional.empty(),
                1);
    }
}
