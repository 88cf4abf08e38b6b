package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.hand.HandDesk;
import dev.handrail.run.hand.HandDesk.Cause;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
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
        return say("commands.page.example");
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.page.does");
    }

    @Override
    public Answer act(Wish wish, Runnable alongside) {
        var why = wish.rest().sentence();
        if (why.isBlank()) {
            alongside.run();
            return Answer.say(wish.words().isEmpty() ? "commands.page.whom" : "commands.page.why")
                    .sayToo("commands.page.for-instance", example());
        }
        var cause = new Cause(wish.by(), why, Optional.empty());
        return switch (desk.page(wish.first(), cause, alongside)) {
            case HandDesk.Answer.Begun begun ->
                Answer.say(
                        "commands.page.begun",
                        Mrkdwn.link(links.incident(begun.id()), Names.of(begun.id())),
                        begun.title(),
                        begun.channel());
            case HandDesk.Answer.NoneSuch none -> Answer.say("commands.page.none", wish.first(), none.advice());
            case HandDesk.Answer.NotActive not -> Answer.say("commands.page.not-active", not.path());
        };
    }
}
