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
import java.time.Instant;
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
                resolve(row, now);
            }
        }
        transactions.run(() -> trials.deleteBefore(now.minus(KEPT_FOR)));
    }

    private void resolve(Row row, Instant now) {
        var trial = Trial.of(row);
        if (!(trial.contact() instanceof Contact.Outside contact)) {
            throw new IllegalStateException("test page %d left nothing %s".formatted(row.number(), trial.contact()));
        }
        switch (ways.send(letters.over(trial), contact)) {
            case Result.Sent sent -> {
                LOG.info("test-page={} resolved: {}", row.id(), sent.detail());
                forget(row);
            }
            case Result.Later later
            when row.sentAt().isAfter(now.minus(KEPT_FOR)) ->
                LOG.warn("test-page={} cannot be resolved: {}; trying again in {}", row.id(), later.detail(), AGAIN);
            case Result.Later later -> leave(row, contact, later.detail());
            case Result.NotSetUp without -> leave(row, contact, without.detail());
            case Result.Refused refused -> leave(row, contact, refused.detail());
        }
    }

    private void leave(Row row, Contact.Outside contact, String why) {
        LOG.warn("test-page={} stays open in {}: {}; please resolve it there", row.id(), contact.way(), why);
        forget(row);
    }

    private void forget(Row row) {
        transactions.run(() -> trials.resolved(row.number()));
    }
}
