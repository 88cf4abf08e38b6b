package dev.handrail.page.trial;

import dev.handrail.page.take.ServiceKeys;
import dev.handrail.page.trial.TrialRepository.Row;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves that a test page has arrived: by its link, or by an acknowledgement in the service that it went to. */
@Singleton
public final class Confirmations {
    private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TrialRepository trials;
    private final ServiceKeys keys;
    private final List<TrialWitness> witnesses;
    private final Resolver resolver;
    private final Transactions transactions;
    private final InstantSource clock;

    Confirmations(
            TrialRepository trials,
            ServiceKeys keys,
            List<TrialWitness> witnesses,
            Resolver resolver,
            Transactions transactions,
            InstantSource clock) {
        this.trials = trials;
        this.keys = keys;
        this.witnesses = List.copyOf(witnesses);
        this.resolver = resolver;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns the test page that a link is of, and changes nothing; empty for a link that is not ours, or no more. */
    public Optional<Trial> look(String token) {
        return row(token).map(Trial::of);
    }

    /** Confirms it. Once is enough: the second time changes nothing, and is no mistake. */
    public Optional<Trial> confirm(String token) {
        return row(token).map(this::confirm);
    }

    /** Confirms what was acknowledged in a service. Returns what came of it, for people; empty for a key of none. */
    public Optional<String> acknowledged(String key) {
        return keys.trial(key)
                .flatMap(id -> transactions.read(() -> trials.findById(id)))
                .map(this::confirm)
                .map(trial -> "the test page of " + trial.by().name() + " has arrived");
    }

    private Optional<Row> row(String token) {
        return transactions.read(() -> trials.findByTokenHash(Sha256.of(token)));
    }

    private Trial confirm(Row row) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var trial = Trial.of(row);
        if (transactions.write(() -> isFirst(trial, now))) {
            resolver.wake();
            threads.execute(() -> tell(trial, Duration.between(trial.sentAt(), now)));
        }
        return trial;
    }

    private boolean isFirst(Trial trial, Instant now) {
        var isFirst = trials.confirm(trial.id(), now) == 1;
        if (isFirst) {
            trials.resolveAt(trial.id(), now);
        }
        return isFirst;
    }

    /** Whoever confirms does not wait for it, and it is confirmed whatever comes of this. */
    private void tell(Trial trial, Duration after) {
        for (var witness : witnesses) {
            try {
                witness.confirmed(trial, after);
            } catch (RuntimeException e) {
                LOG.warn("test-page={} is confirmed, which {} could not pass on", trial.id(), witness, e);
            }
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
