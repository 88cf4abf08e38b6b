package dev.handrail.run.machine;

import static java.time.Duration.ofMinutes;

import dev.handrail.incident.Person;
import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Book;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Sections;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.Walk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people, owners and runbooks of these tests. */
final class Walks {
    static final Person ANA = new Person("U01ANA", "Ana Costa");
    static final Person BEN = new Person("U02BEN", "Ben Okafor");
    static final Person MARTA = new Person("U03MARTA", "Marta Ruiz");

    static final Duration ACKNOWLEDGE_WITHIN = ofMinutes(5);
    static final Duration STEP_WITHIN = ofMinutes(15);
    static final Duration QUIET = ofMinutes(10);

    static final StepId LOOK = new StepId("look");
    static final StepId QUEUE = new StepId("queue");
    static final StepId REPLAY = new StepId("replay");
    static final StepId RESTART = new StepId("restart");
    static final StepId CONFIRM = new StepId("confirm");
    static final StepId PROVIDER = new StepId("provider.md#status");

    static final EscalationPolicy ERP = new EscalationPolicy(
            List.of(
                    level("ERP integration", ofMinutes(5)),
                    level("ERP lead", ofMinutes(10)),
                    level("Head of operations", ofMinutes(20))),
            ACKNOWLEDGE_WITHIN,
            STEP_WITHIN);
    static final EscalationPolicy PAYMENTS =
            new EscalationPolicy(List.of(level("Payments", ofMinutes(7))), ofMinutes(3), ofMinutes(8));

    private Walks() {}

    /** Two looks, a replay of at most three tries, a restart, and a look whether it is over. */
    static Plan walked() {
        return plan(new Resolution.Verify());
    }

    static Plan auto() {
        return plan(new Resolution.Auto());
    }

    static Plan quiet() {
        return plan(new Resolution.Quiet(QUIET));
    }

    /** Nobody has written a runbook for it. */
    static Plan unknown() {
        return new Plan(List.of(), "ERP integration", ERP, new Resolution.Verify(), ofMinutes(30));
    }

    /** A runbook that can lead to another, which is another owner's and has no Verification section. */
    static Plan jumping() {
        var first = book("order-export", ERP, List.of(step(LOOK, to("Ours", LOOK), to("The provider's", PROVIDER))));
        var other = book(
                "provider",
                PAYMENTS,
                List.of(step(PROVIDER, to("Again", PROVIDER), out("Down", escalate("It is down")))));
        return new Plan(List.of(first, other), "ERP integration", ERP, new Resolution.Verify(), ofMinutes(30));
    }

    /** The same runbook in another revision, which an author has only reworded. */
    static Plan reworded(Plan plan) {
        var books = plan.books().stream()
                .map(book -> new Book(
                        book.id(),
                        book.path(),
                        Revision.of("reworded " + book.path()),
                        book.title(),
                        book.sections(),
                        book.walk(),
                        book.owner(),
                        book.policy()))
                .toList();
        return new Plan(books, plan.owner(), plan.policy(), plan.resolve(), plan.reopenWithin()).after(plan);
    }

    /** A plan of one runbook without some of its steps; an outcome that led to one of them ends the run instead. */
    static Plan without(Plan plan, List<StepId> gone) {
        var book = plan.book().orElseThrow();
        var steps = book.walk().steps().stream()
                .filter(step -> !gone.contains(step.id()))
                .map(step -> new Step(
                        step.id(),
                        step.part(),
                        step.title(),
                        step.text(),
                        step.outcomes().stream()
                                .map(outcome -> leads(outcome.target(), gone)
                                        ? new Outcome(outcome.label(), new Target.Resolved())
                                        : outcome)
                                .toList(),
                        step.retry(),
                        step.line()))
                .toList();
        return new Plan(
                        List.of(book(book.id(), book.policy(), steps)),
                        plan.owner(),
                        plan.policy(),
                        plan.resolve(),
                        plan.reopenWithin())
                .after(plan);
    }

    private static boolean leads(Target target, List<StepId> gone) {
        return switch (target) {
            case Target.ToStep to -> gone.contains(to.step());
            case Target.Wait wait -> leads(wait.then(), gone);
            case Target.Resolved _, Target.Escalate _, Target.ToRunbook _ -> false;
        };
    }

    private static Plan plan(Resolution resolve) {
        return new Plan(List.of(orderExport()), "ERP integration", ERP, resolve, ofMinutes(30));
    }

    private static Book orderExport() {
        var look = step(LOOK, to("No outage", QUEUE), out("Outage", escalate("The provider is down")));
        var queue = step(
                QUEUE,
                to("Stuck", REPLAY),
                out("Settling", new Target.Wait(ofMinutes(10), new Target.ToStep(QUEUE))),
                out("Unclear", new Target.Wait(ofMinutes(10), escalate("Still unclear"))),
                to("Replay it first", REPLAY));
        var replay = retryStep(
                to("Exported", CONFIRM),
                to("Not exported", REPLAY),
                out("Not sure", new Target.Wait(ofMinutes(10), new Target.ToStep(RESTART))),
                to("Not possible", RESTART));
        var restart = part(RESTART, Step.Part.MITIGATION, to("Done", CONFIRM), to("Replay again", REPLAY));
        var confirm = part(
                CONFIRM,
                Step.Part.VERIFICATION,
                out("All exported", new Target.Resolved()),
                to("Some are missing", REPLAY));
        return book("order-export", ERP, List.of(look, queue, replay, restart, confirm));
    }

    private static Step retryStep(Outcome... outcomes) {
        var tried = new Retry.TryOutcomes("Exported", "Not exported", Optional.of("Not sure"));
        var retry = new Retry(Retry.MANUAL, "{{ order_id }}", 3, List.of(ofMinutes(2), ofMinutes(5)), tried);
        return new Step(
                REPLAY, Step.Part.MITIGATION, "Replay", "Replay the order.", List.of(outcomes), Optional.of(retry), 30);
    }

    static Book book(String id, EscalationPolicy policy, List<Step> steps) {
        var sections = new Sections("", "", "", "", "", Map.of());
        var owner = policy.levels().getFirst().name();
        return new Book(id, id + ".md", Revision.of(id), id, sections, new Walk(steps), owner, policy);
    }

    static Step step(StepId id, Outcome... outcomes) {
        return part(id, Step.Part.DIAGNOSIS, outcomes);
    }

    static Step part(StepId id, Step.Part part, Outcome... outcomes) {
        return new Step(id, part, id.value(), "", new ArrayList<>(List.of(outcomes)), Optional.empty(), 1);
    }

    static Outcome to(String label, StepId step) {
        return out(label, new Target.ToStep(step));
    }

    static Outcome out(String label, Target target) {
        return new Outcome(label, target);
    }

    static Target escalate(String reason) {
        return new Target.Escalate(reason);
    }

    private static Level level(String name, Duration acknowledgeWithin) {
        return new Level(name, List.of(new Contact.SlackGroup("S-" + name)), acknowledgeWithin);
    }
}
