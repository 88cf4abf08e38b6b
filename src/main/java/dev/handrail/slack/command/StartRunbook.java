package dev.handrail.slack.command;

import com.google.re2j.Pattern;
import dev.handrail.run.hand.HandDesk;
import dev.handrail.run.hand.HandDesk.Cause;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
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
        return "start order-export-stuck order_id=100000042 a customer called";
    }

    @Override
    public Phrase does() {
        return Phrase.of("open a real incident with a runbook; you are on it");
    }

    @Override
    public Answer act(Wish wish, Runnable alongside) {
        if (wish.words().isEmpty()) {
            alongside.run();
            return Answer.of("Which runbook? For instance: /handrail %s", example())
                    .and("To find one: /handrail search orders do not arrive. Nothing was changed.");
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
                Answer.of(
                        "%s is open, and you are on it: %s. Its first step is in %s.",
                        Mrkdwn.link(
                                links.incident(begun.id()),
                                "Incident #" + begun.id().value()),
                        begun.title(),
                        begun.channel());
            case HandDesk.Answer.NoneSuch none ->
                Answer.of("There is no runbook “%s”. Perhaps %s?", name, none.advice())
                        .and("To look for words: /handrail search %s. Nothing was changed.", name);
            case HandDesk.Answer.NotActive not ->
                Answer.of(
                        "%s is %s, and is not walked when something fails. To try it: /handrail drill %s. Nothing was"
                                + " changed.",
                        not.path(),
                        switch (not.status()) {
                            case ACTIVE -> "active";
                            case DRAFT -> "a draft";
                            case RETIRED -> "retired";
                        },
                        name);
        };
    }
}
