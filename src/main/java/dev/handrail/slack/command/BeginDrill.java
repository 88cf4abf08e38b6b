package dev.handrail.slack.command;

import dev.handrail.run.hand.DrillDesk;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
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
        return "drill order-export-stuck";
    }

    @Override
    public Phrase does() {
        return Phrase.of("walk a runbook on a made-up alert; pages nobody");
    }

    @Override
    public Answer act(Wish wish, Runnable alongside) {
        if (wish.words().isEmpty()) {
            alongside.run();
            return Answer.of("Which runbook? For instance: /handrail %s", example());
        }
        return switch (desk.begin(wish.first(), Map.of(), alongside)) {
            case DrillDesk.Answer.Begun begun ->
                Answer.of(
                        "%s is a drill of %s. It pages nobody; press I'm on it on its card.",
                        Mrkdwn.link(
                                links.incident(begun.drill().incident()),
                                "Incident #" + begun.drill().incident().value()),
                        begun.drill().runbook());
            case DrillDesk.Answer.NoSuchRunbook none ->
                Answer.of("There is no runbook “%s”. Perhaps %s? No drill has begun.", wish.first(), none.advice());
            case DrillDesk.Answer.Retired retired ->
                Answer.of("%s is retired: it is kept for reading only. No drill has begun.", retired.path());
        };
    }
}
