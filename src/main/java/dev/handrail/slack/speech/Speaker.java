package dev.handrail.slack.speech;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.Silence;
import dev.handrail.incident.Person;
import dev.handrail.platform.Text;
import dev.handrail.platform.Transactions;
import dev.handrail.run.silence.SilenceDesk;
import dev.handrail.run.silence.SilenceDesk.Answer;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.gateway.Directory;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does what somebody writes to Handrail, and says what came of it. */
@Singleton
@Requires(bean = SlackSettings.class)
public final class Speaker {
    /** In a channel that is shared with another workspace, its people read and press; what holds everywhere is not theirs. */
    public static final Phrase NOT_FROM_ELSEWHERE = Phrase.say("replies.elsewhere");

    private static final int LISTED = 10;

    private static final int LONGEST = 1000;

    private final Transactions transactions;
    private final SilenceDesk desk;
    private final InstantSource clock;
    private final Shifts shifts;
    private final Directory directory;

    Speaker(Transactions transactions, SilenceDesk desk, InstantSource clock, Shifts shifts, Directory directory) {
        this.shifts = shifts;
        this.directory = directory;
        this.transactions = transactions;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Somebody's words.
     *
     * @param text as Slack sends it
     * @param elsewhere whether they are of another workspace, and here because the channel is shared with it
     */
    public record Words(Person by, String text, boolean elsewhere) {}

    /** @param alongside is done in the same transaction */
    public Phrase answer(Words words, Runnable alongside) {
        var spoken = Spoken.read(words.text());
        var isTheirs = !words.elsewhere() || spoken instanceof Spoken.Other;
        if (isTheirs && spoken instanceof Spoken.Handover handover) {
            return shifts.handOver(words.by(), directory.person(handover.to()), alongside);
        }
        return transactions.write(() -> {
            alongside.run();
            return isTheirs ? answer(words.by(), spoken) : NOT_FROM_ELSEWHERE;
        });
    }

    private Phrase answer(Person by, Spoken spoken) {
        return switch (spoken) {
            case Spoken.Silence wish -> make(by, wish);
            case Spoken.EndSilence end -> end(by, end);
            case Spoken.ListSilences _ -> list();
            case Spoken.Garbled garbled -> Phrase.say("talk.garbled", garbled.problem(), garbled.example());
            case Spoken.Other _, Spoken.Handover _ -> Phrase.NONE;
        };
    }

    private Phrase make(Person by, Spoken.Silence wish) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var why = Text.storable(wish.why().substring(0, Math.min(wish.why().length(), LONGEST)));
        try {
            var made = desk.make(
                    new Silence(0, wish.matchers(), now, now.plus(wish.time()), by.name(), why, Optional.empty()));
            return Phrase.say("talk.silence.made", made.id(), matchers(made), made.until(), made.id());
        } catch (IllegalArgumentException e) {
            return Phrase.say("talk.silence.cannot", String.valueOf(e.getMessage()));
        }
    }

    private Phrase end(Person by, Spoken.EndSilence end) {
        return switch (desk.end(end.id(), by.name())) {
            case Answer.Ended ended ->
                Phrase.say("talk.silence.ended", ended.silence().id());
            case Answer.WasOver over ->
                Phrase.say("talk.silence.was-over", over.silence().id());
            case Answer.NoSuchSilence _ -> Phrase.say("talk.silence.none", end.id());
        };
    }

    private Phrase list() {
        var silences = desk.current();
        var listed = silences.stream().limit(LISTED).map(Speaker::line).toList();
        return silences.isEmpty()
                ? Phrase.say("talk.silences.none")
                : Phrase.say("talk.silences", silences.size(), joined(listed));
    }

    private static Phrase joined(List<Phrase> lines) {
        return lines.stream()
                .reduce((one, other) -> Phrase.of("%s · %s", one, other))
                .orElse(Phrase.NONE);
    }

    private static Phrase line(Silence silence) {
        return Phrase.say(
                "talk.silences.line",
                silence.id(),
                matchers(silence),
                silence.from(),
                silence.until(),
                silence.who(),
                silence.why());
    }

    private static String matchers(Silence silence) {
        return silence.matchers().stream().map(LabelMatcher::toString).collect(Collectors.joining(", "));
    }
}
