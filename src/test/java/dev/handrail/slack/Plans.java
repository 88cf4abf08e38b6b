package dev.handrail.slack;

import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Book;
import dev.handrail.run.Candidate;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for tests. */
public final class Plans {
    public static final StepId LOOK = new StepId("look-at-the-queue");
    public static final StepId REPLAY = new StepId("replay-the-export");
    public static final StepId CONFIRM = new StepId("confirm");

    private static final EscalationPolicy POLICY = new EscalationPolicy(
            List.of(
                    new Level(
                            "ERP integration",
                            List.of(
                                    new Contact.SlackUser("U03MARTA"),
                                    new Contact.SlackGroup("S01ERP"),
                                    new Contact.SlackChannel("#erp-integration")),
                            Duration.ofMinutes(10)),
                    new Level(
                            "Head of operations", List.of(new Contact.SlackUser("U04JONAS")), Duration.ofMinutes(15))),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    private Plans() {}

    public static Plan known() {
        return of(new Walk(List.of(look(), replay(), confirm())));
    }

    /** A runbook that does not say how to tell that it is over. */
    public static Plan withoutVerification() {
        var look = look();
        return of(new Walk(List.of(new Step(
                look.id(),
                look.part(),
                look.title(),
                look.text(),
                List.of(
                        new Outcome("Draining", new Target.Resolved()),
                        new Outcome("Growing", new Target.Escalate("Nobody knows why it grows"))),
                look.retry(),
                look.line()))));
    }

    public static Plan of(Walk walk) {
        var sections = new Sections(
                "Orders are accepted in the shop but do **not** reach the ERP. Customers see a confirmation.",
                "Nothing ships until the export runs again. After an hour the warehouse misses its truck.",
                "",
                "",
                "",
                Map.of());
        var book = new Book(
                "order-export-stuck",
                "order-export-stuck.md",
                Revision.of("text"),
                "Orders stuck before ERP export",
                sections,
                walk,
                "ERP integration",
                POLICY);
        return new Plan(List.of(book), "ERP integration", POLICY, new Resolution.Verify(), Duration.ofMinutes(30));
    }

    /** The known runbook after an edit: its first step is gone, and the replay may be tried less often. */
    public static Plan shortened() {
        var replay = replay();
        var retry = replay.retry().orElseThrow();
        var less = new Retry(retry.action(), retry.key(), 2, retry.backoff().subList(0, 1), retry.outcomes());
        var step = new Step(
                replay.id(),
                replay.part(),
                replay.title(),
                replay.text(),
                replay.outcomes(),
                Optional.of(less),
                replay.line());
        var plan = of(new Walk(List.of(step, confirm())));
        var book = plan.book().orElseThrow();
        var newer = new Book(
                book.id(),
                book.path(),
                Revision.of("shortened"),
                book.title(),
                book.sections(),
                book.walk(),
                book.owner(),
                book.policy());
        return new Plan(List.of(newer), plan.owner(), plan.policy(), plan.resolve(), plan.reopenWithin())
                .after(known());
    }

    public static Plan unknown() {
        return new Plan(List.of(), "ERP integration", POLICY, new Resolution.Verify(), Duration.ofMinutes(30));
    }

    /** An unknown failure whose owner is told in Slack and outside of it. */
    public static Plan toldOutside() {
        var contacts = List.<Contact>of(
                new Contact.SlackUser("U03MARTA"),
                new Contact.Email("erp@example.org"),
                new Contact.SlackGroup("S01ERP"),
                new Contact.PagerDuty("ERP_KEY"),
                new Contact.Webhook("ERP_HOOK", Optional.empty()));
        var policy = new EscalationPolicy(
                List.of(new Level("ERP integration", contacts, Duration.ofMinutes(10))),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15));
        return new Plan(List.of(), "ERP integration", policy, new Resolution.Verify(), Duration.ofMinutes(30));
    }

    /** An unknown failure for which two runbooks are offered; one has a title that means mischief. */
    public static Plan guessed() {
        return unknown()
                .offering(List.of(
                        new Candidate(
                                "order-export-stuck",
                                "order-export-stuck.md",
                                "Orders stuck before ERP export",
                                "it speaks of \"orders\", \"export\" (64 % sure)"),
                        new Candidate(
                                "erp/down",
                                "erp/down.md",
                                "ERP is down & <!channel> *knows* it, which takes more words than a button has room for",
                                "it speaks of \"erp\" (31 % sure)")));
    }

    private static Step look() {
        return new Step(
                LOOK,
                Step.Part.DIAGNOSIS,
                "Look at the queue",
                """
                Open the [queue](https://rabbit.example/#/queues) and look at `$QUEUE`.

                1. How many messages are *ready*?
                2. Is a consumer connected?
                   - If not, note its name.
                """,
                List.of(
                        new Outcome("Growing", new Target.ToStep(REPLAY)),
                        new Outcome("Draining", new Target.Wait(Duration.ofMinutes(10), new Target.ToStep(CONFIRM))),
                        new Outcome("Empty", new Target.Escalate("The queue is empty but orders are missing"))),
                Optional.empty(),
                20);
    }

    private static Step replay() {
        return new Step(
                REPLAY,
                Step.Part.MITIGATION,
                "Replay the export",
                "```sh\nreplay --queue $QUEUE --region <region>\n```\n",
                List.of(
                        new Outcome("Exported", new Target.ToStep(CONFIRM)),
                        new Outcome("Not exported", new Target.ToStep(REPLAY)),
                        new Outcome("Not sure", new Target.Escalate("")),
                        new Outcome("Not needed", new Target.ToStep(CONFIRM))),
                Optional.of(new Retry(
                        Retry.MANUAL,
                        "{{ queue }}",
                        3,
                        List.of(Duration.ofMinutes(2), Duration.ofMinutes(5)),
                        new Retry.TryOutcomes("Exported", "Not exported", Optional.of("Not sure")))),
                30);
    }

    private static Step confirm() {
        return new Step(
                CONFIRM,
                Step.Part.VERIFICATION,
                "Orders reach the ERP again",
                "Compare both numbers.",
                List.of(
                        new Outcome("They do", new Target.Resolved()),
                        new Outcome("They do not", new Target.Escalate(""))),
                Optional.empty(),
                40);
    }
}
