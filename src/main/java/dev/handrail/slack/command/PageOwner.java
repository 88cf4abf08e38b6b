package dev.handrail.slack.command;

import dev.handrail.run.hand.HandDesk;
import dev.handrail.run.hand.HandDesk.Cause;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code page OWNER "why"}: an incident of its own, whose owner is told at once. */
@Singleton
@Requires(bean = SlackSettings.class)
final class PageOwner implements Subcommand.Deed {
    private final HandDesk desk;
    private final Links links;

    PageOwner(HandDesk desk, Links links) {
        this.desk = desk;
        this.links = links;
    }

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String example() {
        return "page erp-integration \"the ERP refuses every order\"";
    }

    @Override
    public Phrase does() {
        return Phrase.of("tell an owner at once, until somebody takes it");
    }

    @Override
    public Answer act(Wish wish, Runnable alongside) {
        var why = wish.rest().sentence();
        if (why.isBlank()) {
            alongside.run();
            return Answer.of(
                            wish.words().isEmpty()
                                    ? "Whom, and why?"
                                    : "Why? Whoever is woken by it reads your words first.")
                    .and("For instance: /handrail %s. Nobody was told.", example());
        }
        var cause = new Cause(wish.by(), why, Optional.empty());
        return switch (desk.page(wish.first(), cause, alongside)) {
            case HandDesk.Answer.Begun begun ->
                Answer.of(
                        "%s is open, and its owner is being told: %s. See who takes it in %s.",
                        Mrkdwn.link(
                                links.incident(begun.id()),
                                "Incident #" + begun.id().value()),
                        begun.title(),
                        begun.channel());
            case HandDesk.Answer.NoneSuch none ->
                Answer.of("No owner is called “%s”. Perhaps %s? Nobody was told.", wish.first(), none.advice());
            case HandDesk.Answer.NotActive not -> Answer.of("%s cannot be used. Nobody was told.", not.path());
        };
    }
}
