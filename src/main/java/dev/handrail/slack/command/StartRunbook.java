package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import com.google.re2j.Pattern;
import dev.handrail.run.hand.HandDesk;
import dev.handrail.run.hand.HandDesk.Cause;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code start RUNBOOK}: a real incident that no alert told of. */
@Singleton
@Requires(bean = SlackSettings.class)
public final class StartRunbook implements Subcommand.Deed {
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]{0,99})=(\\S+)");

    private final HandDesk desk;
    private final Links links;

    StartRunbook(HandDesk desk, Links links) {
        this.desk = desk;
        this.links = links;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String example() {
        return say("commands.start.example");
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.start.does");
    }

    @Override
    public Answer act(Wish wish, Runnable alongside) {
        if (wish.words().isEmpty()) {
            alongside.run();
            return Answer.say("commands.which-runbook", example()).sayToo("commands.start.find");
        }
        var labels = new LinkedHashMap<String, String>();
        var rest = known(wish.rest(), labels);
        var cause = new Cause(wish.by(), rest.sentence(), Optional.empty());
        return told(wish.first(), desk.start(wish.first(), labels, cause, alongside), links);
    }

    /** Takes what is said of the failure as labels off the front. */
    private static Wish known(Wish wish, Map<String, String> labels) {
        var rest = wish;
        var label = LABEL.matcher(rest.first());
        while (label.matches()) {
            labels.put(label.group(1), label.group(2));
            rest = rest.rest();
            label = LABEL.matcher(rest.first());
        }
        return rest;
    }

    /** Returns what somebody is told who wanted to start a runbook. {@code name} is what they called it. */
    public static Answer told(String name, HandDesk.Answer became, Links links) {
        return switch (became) {
            case HandDesk.Answer.Begun begun ->
                Answer.say(
                        "commands.start.begun",
                        Mrkdwn.link(links.incident(begun.id()), Names.of(begun.id())),
                        begun.title(),
                        begun.channel());
            case HandDesk.Answer.NoneSuch none ->
                Answer.say("commands.start.none", name, none.advice()).sayToo("commands.start.search", name);
            case HandDesk.Answer.NotActive not ->
                Answer.say(
                        "commands.start.not-active",
                        not.path(),
                        switch (not.status()) {
                            case ACTIVE -> say("commands.start.active");
                            case DRAFT -> say("commands.start.draft");
                            case RETIRED -> say("commands.start.retired");
                        },
                        name);
        };
    }
}
