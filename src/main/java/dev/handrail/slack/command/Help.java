package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code help}: everything that can be written, each with an example. */
@Singleton
@Requires(bean = SlackSettings.class)
final class Help implements Subcommand.Question {
    /** In the order in which somebody who is woken needs them. */
    private static final List<String> ORDER =
            List.of("list", "show", "start", "search", "who", "page", "drill", "test-page", "help");

    /** What is understood as a sentence, by its first word. */
    static Map<String, String> spoken() {
        return Map.of(
                "silence", say("talk.example.silence"),
                "silences", "silences",
                "end", say("talk.example.end-silence"),
                "handover", say("talk.example.handover"));
    }

    private static List<Phrase> sentences() {
        return List.of(
                line(say("talk.example.handover"), Phrase.say("commands.help.handover")),
                line(say("talk.example.silence"), Phrase.say("commands.help.silence")),
                line("silences", Phrase.say("commands.help.silences")),
                line(say("talk.example.end-silence"), Phrase.say("commands.help.end-silence")));
    }

    private final BeanProvider<Subcommand> all;

    Help(BeanProvider<Subcommand> all) {
        this.all = all;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String example() {
        return "help";
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.help.does");
    }

    @Override
    public Answer answer(Wish wish) {
        var lines = all.stream()
                .sorted(Comparator.comparingInt(one -> ORDER.indexOf(one.name())))
                .map(one -> line(one.example(), one.does()));
        return Answer.say("commands.help")
                .and(Stream.concat(lines, sentences().stream()).toList());
    }

    private static Phrase line(String example, Phrase does) {
        return Phrase.say("commands.help.line", example, does);
    }
}
