package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.hand.DrillDesk;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@code drill RUNBOOK}: a walk on a made-up alert. */
@Singleton
@Requires(bean = SlackSettings.class)
final class BeginDrill implements Subcommand.Deed {
    private final DrillDesk desk;
    private final Links links;

    BeginDrill(DrillDesk desk, Links links) {
        this.desk = desk;
        this.links = links;
    }

    @Override
    public String name() {
        return "drill";
    }

    @Override
    public String example() {
        return say("commands.drill.example");
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.drill.does");
    }

    @Override
    public Answer act(Wish wish, Runnable alongside) {
        if (wish.words().isEmpty()) {
            alongside.run();
            return Answer.say("commands.which-runbook", example());
        }
        return switch (desk.begin(wish.first(), Map.of(), alongside)) {
            case DrillDesk.Answer.Begun begun ->
                Answer.say(
                        "commands.drill.begun",
                        Mrkdwn.link(
                                links.incident(begun.drill().incident()),
                                Names.of(begun.drill().incident())),
                        begun.drill().runbook());
            case DrillDesk.Answer.NoSuchRunbook none -> Answer.say("commands.drill.none", wish.first(), none.advice());
            case DrillDesk.Answer.Retired retired -> Answer.say("commands.drill.retired", retired.path());
        };
    }
}
