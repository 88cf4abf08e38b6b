package dev.handrail.page.trial;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.page.send.Result;
import dev.handrail.page.send.Ways;
import dev.handrail.page.trial.TrialRepository.Row;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.platform.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what test pages left in services, once it is confirmed or its time is over; and forgets them after a day. */
@Singleton
final class Resolver implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);
    private static final Duration TURN = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final TrialRepository trials;
    private final TrialLetters letters;
    private final Ways ways;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("test-pages", TURN, this::turn);

    Resolver(TrialRepository trials, TrialLetters letters, Ways ways, Transactions transactions, InstantSource clock) {
        this.trials = trials;
        this.letters = letters;
        this.ways = ways;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    void wake() {
        rounds.wake();
    }

    private void turn() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var row : transactions.read(() -> trials.toResolve(now))) {
            var due = row.resolveAt();
            if (due != null && transactions.write(() -> trials.claim(row.number(), due, now.plus(AGAIN))) == 1) {
                resolve(row);
            }
        }
        transactions.run(() -> trials.deleteBefore(now.minus(KEPT_FOR)));
    }

    private void resolve(Row row) {
        var trial = Trial.of(row);
        if (!(trial.contact() instanceof Contact.Outside contact)) {
            throw new IllegalStateException("test page %d left nothing %s".formatted(row.number(), trial.contact()));
        }
        var result = ways.send(letters.over(trial), contact);
        if (result instanceof Result.Later) {
            LOG.warn("test-page={} cannot be resolved: {}; trying again in {}", row.id(), result.detail(), AGAIN);
        } else {
            LOG.info("test-page={} resolved: {}", row.id(), result.detail());
            transactions.run(() -> trials.resolved(row.number()));
        }
    }
}
