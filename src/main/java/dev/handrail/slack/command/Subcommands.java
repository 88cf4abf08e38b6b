package dev.handrail.slack.command;

import dev.handrail.platform.source.Nearest;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.speech.Speaker;
import dev.handrail.slack.speech.Spoken;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Finds the subcommand that somebody wrote. What is none is answered with the nearest. */
@Singleton
@Requires(bean = SlackSettings.class)
public final class Subcommands {
    private final List<Subcommand> all;
    private final Help help;
    private final Speaker speaker;

    Subcommands(List<Subcommand> all, Help help, Speaker speaker) {
        this.all = List.copyOf(all);
        this.speaker = speaker;
        this.help = help;
    }

    /**
     * Does what somebody wrote.
     *
     * @param alongside marks it as done: in the same transaction as whatever is changed
     * @return how to answer, away from the thread on which others wait
     */
    public Supplier<Answer> take(Speaker.Words words, Runnable alongside) {
        var wish = Wish.of(words.by(), words.text());
        var word = wish.first().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return help.take(wish, alongside);
        }
        if (words.elsewhere() && !word.equals(help.name())) {
            alongside.run();
            return spoken(Speaker.NOT_FROM_ELSEWHERE);
        }
        var found = find(word);
        if (found.isPresent()) {
            return found.get().take(wish.rest(), alongside);
        }
        return Spoken.read(words.text()) instanceof Spoken.Other
                ? unknown(wish.first(), word, alongside)
                : spoken(speaker.answer(words, alongside));
    }

    /** Says whether what somebody wrote would change something. */
    public boolean changes(String text) {
        var word = Wish.firstOf(text).toLowerCase(Locale.ROOT);
        return find(word).map(Subcommand.Deed.class::isInstance).orElseGet(() -> switch (Spoken.read(text)) {
            case Spoken.Silence _, Spoken.EndSilence _, Spoken.Handover _ -> true;
            case Spoken.ListSilences _, Spoken.Garbled _, Spoken.Other _ -> false;
        });
    }

    private Optional<Subcommand> find(String word) {
        return all.stream().filter(one -> one.name().equals(word)).findFirst();
    }

    private static Supplier<Answer> spoken(Phrase said) {
        return () -> new Answer(List.of(said));
    }

    private Supplier<Answer> unknown(String typed, String word, Runnable alongside) {
        alongside.run();
        var examples = new TreeMap<>(Help.spoken());
        all.forEach(one -> examples.put(one.name(), one.example()));
        return () -> Nearest.to(word, examples.keySet())
                .map(meant -> Answer.say("commands.unknown.near", typed, meant)
                        .sayToo("commands.for-instance", String.valueOf(examples.get(meant)))
                        .sayToo("commands.unchanged.help"))
                .orElseGet(() -> Answer.say("commands.unknown", typed).sayToo("commands.unchanged"));
    }
}
