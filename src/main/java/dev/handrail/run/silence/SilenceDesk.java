package dev.handrail.run.silence;

import dev.handrail.alert.Silence;
import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.silence.SilenceBook;
import dev.handrail.platform.Transactions;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people make silences, look at them and end them. */
@Singleton
public final class SilenceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceDesk.class);
    private static final int PAST = 100;

    private final Transactions transactions;
    private final SilenceBook silences;
    private final AlertRepository alerts;
    private final InstantSource clock;

    SilenceDesk(Transactions transactions, SilenceBook silences, AlertRepository alerts, InstantSource clock) {
        this.transactions = transactions;
        this.silences = silences;
        this.alerts = alerts;
        this.clock = clock;
    }

    public Silence make(Silence wish) {
        var made = transactions.write(() -> silences.add(wish));
        LOG.info("silence={} made from={} until={} matchers={}", made.id(), made.from(), made.until(), made.matchers());
        return made;
    }

    /** What came of ending a silence. */
    public sealed interface Answer {
        /** What it held is decided now. */
        record Ended(Silence silence) implements Answer {}

        record WasOver(Silence silence) implements Answer {}

        record NoSuchSilence() implements Answer {}
    }

    /** Ends a silence before its time. */
    public Answer end(long id, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var answer = transactions.write(() -> {
            var ended = silences.end(id, new Silence.Ended(now, by));
            if (ended) {
                alerts.release(now);
            }
            return silences.find(id)
                    .<Answer>map(silence -> ended ? new Answer.Ended(silence) : new Answer.WasOver(silence))
                    .orElseGet(Answer.NoSuchSilence::new);
        });
        if (answer instanceof Answer.Ended) {
            LOG.info("silence={} ended early; what it held is decided now", id);
        }
        return answer;
    }

    public Optional<Silence> find(long id) {
        return transactions.read(() -> silences.find(id));
    }

    /** Returns those that are not over, also those that have not begun. */
    public List<Silence> current() {
        return transactions.read(() -> silences.current(clock.instant()));
    }

    /** Returns the newest of those that are over. */
    public List<Silence> past() {
        return transactions.read(() -> silences.past(clock.instant(), PAST));
    }

    /** Returns alerts that are held by anything, newest first. */
    public List<KeptAlert> held(int limit) {
        return transactions.read(() -> alerts.held(limit));
    }
}
