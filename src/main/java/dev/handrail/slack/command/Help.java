package dev.handrail.slack.command;

import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.speech.Spoken;
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
    static final Map<String, String> SPOKEN = Map.of(
            "silence", Spoken.USAGE, "silences", "silences", "end", "end silence 3", "handover", "handover @ben");

    private static final List<Phrase> SENTENCES = List.of(
            line("handover @ben", Phrase.of("hand over all that you are on")),
            line(Spoken.USAGE, Phrase.of("hold alerts")),
            line("silences", Phrase.of("silences that are active or planned")),
            line("end silence 3", Phrase.of("let its alerts through again")));

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
        return Phrase.of("this list");
    }

    @Override
    public Answer answer(Wish wish) {
        var lines = all.stream()
                .sorted(Comparator.comparingInt(one -> ORDER.indexOf(one.name())))
                .map(one -> line(one.example(), one.does()));
        return Answer.of("I walk you through a runbook when an alert comes in: press the buttons on its card and in its"
                        + " thread. You can also write, after /handrail:")
                .and(Stream.concat(lines, SENTENCES.stream()).toList());
    }

    private static Phrase line(String example, Phrase does) {
        return Phrase.of("• %s — %s", example, does);
    }
}
