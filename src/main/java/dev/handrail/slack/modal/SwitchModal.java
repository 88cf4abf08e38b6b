package dev.handrail.slack.modal;

import dev.handrail.platform.Json;
import dev.handrail.run.Book;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Step;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.SentenceModal.Memory;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks whether a run is to go on with a newer revision: what changed, and at which step it goes on. */
public final class SwitchModal {
    private static final int LINES = 40;
    private static final int FILES = 5;
    private static final Revision NONE = new Revision("none");

    private SwitchModal() {}

    /** Returns the modal as Slack takes it. {@code memory} remembers the revision whose changes are shown. */
    public static String json(IncidentView view, Newer.Available newer, Memory memory) {
        var blocks = List.of(
                Kit.section(revisions(view, newer.plan())),
                Kit.section(Mrkdwn.join("\n", changes(newer.changes()))),
                Kit.section(goesOn(view, newer.plan())),
                Kit.context(Mrkdwn.text("Answers and tries made so far stay, and count. It is recorded who went on with"
                        + " which revision.")));
        var remembered = new Memory(
                memory.ticket(),
                memory.channel(),
                memory.thread(),
                Optional.of(newer.revision().value()));
        return Json.write(SentenceModal.modal("Use the newer one?", blocks)
                .with("close", Kit.plain("Stay with this", SlackLimits.VIEW_TITLE))
                .with("callback_id", Verb.SWITCH_REVISION.id())
                .with("submit", Kit.plain("Use the newer one", SlackLimits.VIEW_TITLE))
                .with("private_metadata", Json.write(remembered)));
    }

    /** The files whose revisions differ: a run may be pinned to several. */
    private static Mrkdwn revisions(IncidentView view, Plan newer) {
        return Mrkdwn.join(
                "\n",
                newer.books().stream()
                        .filter(book -> !book.revision().equals(revision(view.plan(), book.path())))
                        .limit(FILES)
                        .map(book -> Mrkdwn.format(
                                "*%s* · revision %s -> %s",
                                book.path(),
                                revision(view.plan(), book.path()).abbreviated(),
                                book.revision().abbreviated()))
                        .toList());
    }

    private static Revision revision(Plan plan, String path) {
        return plan.books().stream()
                .filter(book -> book.path().equals(path))
                .map(Book::revision)
                .findFirst()
                .orElse(NONE);
    }

    private static List<Mrkdwn> changes(String changes) {
        var lines = new ArrayList<Mrkdwn>();
        var all = Arrays.asList(changes.split("[,;] "));
        all.stream().limit(LINES).forEach(change -> lines.add(Mrkdwn.format("• %s", Mrkdwn.text(change, 60))));
        if (all.size() > LINES) {
            lines.add(Mrkdwn.format("• and %s more", all.size() - LINES));
        }
        return lines;
    }

    private static Mrkdwn goesOn(IncidentView view, Plan newer) {
        var landing = RunMachine.landing(view.plan(), newer, view.state());
        var same = view.state().step().filter(landing.id()::equals).isPresent();
        return same
                ? Mrkdwn.format("Your step “%s” is shown again, as it reads now.", landing.title())
                : Mrkdwn.format(
                        "Your step “%s” is no longer there. It goes on at %s “%s”, the first that has not been shown yet;"
                                + " where all have been, that is the start.",
                        view.state().step().map(view.plan()::title).orElse(""), place(newer, landing), landing.title());
    }

    private static String place(Plan plan, Step step) {
        return plan.bookOf(step.id())
                .map(book -> "step " + book.walk().number(step.id()))
                .orElse("the last question");
    }
}
