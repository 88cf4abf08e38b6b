package dev.handrail.slack.shortcut;

import dev.handrail.incident.Person;
import dev.handrail.match.text.Suggestion;
import dev.handrail.run.hand.HandDesk;
import dev.handrail.run.hand.HandDesk.Cause;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.Links;
import dev.handrail.slack.command.Answer;
import dev.handrail.slack.command.Searched;
import dev.handrail.slack.command.StartRunbook;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.modal.Choices;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts runbooks from messages: first the question which, then the incident, which links the message. */
@Singleton
@Requires(bean = SlackGateway.class)
public final class Shortcuts {
    private final Searched searched;
    private final HandDesk desk;
    private final SlackGateway slack;
    private final Links links;

    Shortcuts(Searched searched, HandDesk desk, SlackGateway slack, Links links) {
        this.searched = searched;
        this.desk = desk;
        this.slack = slack;
        this.links = links;
    }

    /** Returns the modal that asks which runbook; empty where there is none to start. */
    public Optional<String> question(Origin origin) {
        var all = choices(origin);
        return all.isEmpty() ? Optional.empty() : Optional.of(StartModal.json(origin, likely(origin), all));
    }

    /** Returns the runbooks that may be started from a message: those that speak of what it says first, then by title. */
    public List<Runbook> choices(Origin origin) {
        var rest = searched.active().stream()
                .filter(Choices::fits)
                .sorted(Comparator.comparing(Runbook::title).thenComparing(Runbook::id));
        return Stream.concat(likely(origin).stream().map(Suggestion::runbook), rest)
                .distinct()
                .toList();
    }

    private List<Suggestion> likely(Origin origin) {
        return searched.by(origin.text()).stream()
                .filter(one -> Choices.fits(one.runbook()))
                .toList();
    }

    /** What was chosen, and why: in their own words, or in those of the message. */
    public record Choice(String runbook, String why) {}

    /** @param alongside is done in the same transaction */
    public Answer start(Person by, Origin origin, Choice choice, Runnable alongside) {
        var link = slack.permalink(origin.channel(), origin.ts());
        var why = choice.why().isBlank() ? origin.text() : choice.why();
        var became = desk.start(choice.runbook(), Map.of(), new Cause(by, why, link), alongside);
        return StartRunbook.told(choice.runbook(), became, links);
    }
}
