package dev.handrail.slack.shortcut;

import dev.handrail.incident.Person;
import dev.handrail.run.hand.HandDesk;
import dev.handrail.run.hand.HandDesk.Cause;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.command.Answer;
import dev.handrail.slack.command.Searched;
import dev.handrail.slack.command.StartRunbook;
import dev.handrail.slack.gateway.SlackGateway;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

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
        var active = searched.active().stream().filter(Shortcuts::fits).toList();
        return active.isEmpty()
                ? Optional.empty()
                : Optional.of(StartModal.json(
                        origin,
                        searched.by(origin.text()).stream()
                                .filter(one -> active.contains(one.runbook()))
                                .toList(),
                        active));
    }

    private static boolean fits(Runbook runbook) {
        return runbook.id().length() <= SlackLimits.OPTION_VALUE;
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
