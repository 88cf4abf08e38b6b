package dev.handrail.web.walk;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.Book;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.library.Library;
import dev.handrail.slack.text.Placeholders;
import dev.handrail.slack.words.Names;
import dev.handrail.web.runbook.MarkdownHtml;
import java.util.List;
import java.util.Optional;

/**
 * The step that waits for an answer, whole: a page has room for all of it.
 *
 * @param number {@code Step 2 of 8}
 * @param part the part of the runbook that it stands in
 * @param html its text, with the alerts' labels filled in
 * @param refused which of them were not, because pasting them would do harm
 * @param tries where a retry stands; may be empty
 */
public record StepShown(String number, String part, String title, String html, List<String> refused, String tries) {
    public StepShown {
        refused = List.copyOf(refused);
    }

    /** Returns the step that a run stands at; empty while it stands at none. */
    static Optional<StepShown> of(IncidentView view, Library library) {
        return view.state().position() instanceof Position.OnStep now
                ? Optional.of(of(view, now, library))
                : Optional.empty();
    }

    private static StepShown of(IncidentView view, Position.OnStep now, Library library) {
        var step = view.plan().step(now.step());
        var book = view.plan().bookOf(step.id());
        var labels = new Placeholders(view.alerts());
        var html = new MarkdownHtml(library, book.map(Book::path).orElse("")).html(step.text(), labels::fill);
        return new StepShown(
                book.map(found -> say(
                                "steps.number",
                                found.walk().number(step.id()),
                                found.walk().steps().size()))
                        .orElseGet(() -> say("steps.last")),
                Names.of(step.part()),
                step.title(),
                html,
                List.copyOf(labels.takeRefused()),
                tries(view, now, step));
    }

    private static String tries(IncidentView view, Position.OnStep now, Step step) {
        return step.retry()
                .map(retry -> {
                    if (now.openTry().isPresent()) {
                        return say("steps.try.runs", now.openTry().get(), retry.limit());
                    }
                    var next = say("steps.try", view.state().triesOf(step.id()) + 1, retry.limit());
                    return now.notBefore()
                            .map(from -> say("steps.try.later", from, next))
                            .orElseGet(() -> say("steps.try.now", next));
                })
                .orElse("");
    }
}
