package dev.handrail.slack.modal;

import static dev.handrail.slack.words.Wording.say;

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
                Kit.context(Mrkdwn.say("forms.switch.foot")));
        var remembered = new Memory(
                memory.ticket(),
                memory.channel(),
                memory.thread(),
                Optional.of(newer.revision().value()));
        return Json.write(SentenceModal.modal(say("forms.switch.title"), blocks)
                .with("close", Kit.plain(say("forms.switch.stay"), SlackLimits.VIEW_TITLE))
                .with("callback_id", Verb.SWITCH_REVISION.id())
                .with("submit", Kit.plain(say("forms.switch.submit"), SlackLimits.VIEW_TITLE))
                .with("private_metadata", Json.write(remembered)));
    }

    /** The files whose revisions differ: a run may be pinned to several. */
    private static Mrkdwn revisions(IncidentView view, Plan newer) {
        return Mrkdwn.join(
                "\n",
                newer.books().stream()
                        .filter(book -> !book.revision().equals(revision(view.plan(), book.path())))
                        .limit(FILES)
                        .map(book -> Mrkdwn.say(
                                "forms.switch.revisions",
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
            lines.add(Mrkdwn.say("forms.switch.more", all.size() - LINES));
        }
        return lines;
    }

    private static Mrkdwn goesOn(IncidentView view, Plan newer) {
        var landing = RunMachine.landing(view.plan(), newer, view.state());
        var same = view.state().step().filter(landing.id()::equals).isPresent();
        return same
                ? Mrkdwn.say("forms.switch.same", landing.title())
                : Mrkdwn.say(
                        "forms.switch.other",
                        view.state().step().map(view.plan()::title).orElse(""),
                        place(newer, landing),
                        landing.title());
    }

    private static String place(Plan plan, Step step) {
        return plan.bookOf(step.id())
                .map(book -> say("forms.switch.step", book.walk().number(step.id())))
                .orElseGet(() -> say("forms.switch.last"));
    }
}
