package dev.handrail.slack.lease;

import dev.handrail.platform.Rounds;
import dev.handrail.platform.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right of one process of several, as a row that it keeps saying is its own. */
final class SharedLease implements Lease {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLease.class);

    /** To renew the row is a commit, and on H2 waits for what is being stored, so it is not done for each call to Slack. */
    private static final Duration OFTEN = Duration.ofMillis(200);

    private final String holder = UUID.randomUUID().toString();
    private final LeaseRepository rows;
    private final Transactions transactions;
    private final Memory memory;
    private final Terms terms;
    private final Rounds rounds;
    private volatile Optional<Held> held = Optional.empty();
    private volatile boolean isDirty;
    private OptionalLong turned = OptionalLong.empty();
    private boolean closed;

    /**
     * @param saidAt when this process last began to say so, by its own steady clock
     * @param epoch how often the right had changed hands when it came to this process
     */
    private record Held(long epoch, long saidAt) {}

    /**
     * What holds for a lease.
     *
     * @param life the time after which a holder that says nothing has lost it; at least 2 s
     * @param isShared whether the database lets a holder store several things at once
     */
    record Terms(Duration life, boolean isShared) {}

    SharedLease(LeaseRepository rows, Transactions transactions, Memory memory, Terms terms) {
        this.rows = rows;
        this.transactions = transactions;
        this.memory = memory;
        this.terms = terms;
        rounds = new Rounds("slack-lease", OFTEN, this::turn);
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public boolean isHeld() {
        var safe = terms.life().multipliedBy(3).dividedBy(8).toNanos();
        return held.filter(now -> System.nanoTime() - now.saidAt() < safe).isPresent();
    }

    @Override
    public <T> T store(Supplier<T> work) {
        var epoch = held.map(Held::epoch).orElse(-1L);
        return transactions.write(() -> {
            var row = terms.isShared() ? rows.share() : rows.lock();
            if (row.epoch() != epoch || !holder.equals(row.holder())) {
                held = Optional.empty();
                throw new LeaseLostException(epoch);
            }
            return work.get();
        });
    }

    @Override
    public void remember() {
        isDirty = true;
    }

    private int seconds() {
        return (int) terms.life().toSeconds();
    }

    private synchronized void turn() {
        var now = System.nanoTime();
        if (!closed
                && (isDirty
                        || turned.isEmpty()
                        || now - turned.getAsLong() >= terms.life().dividedBy(8).toNanos())) {
            isDirty = false;
            turned = OptionalLong.of(now);
            held = held.isPresent() ? renewed() : taken();
        }
    }

    private Optional<Held> renewed() {
        var before = held.orElseThrow();
        var now = System.nanoTime();
        if (transactions.write(() -> rows.renew(holder, seconds(), memory.written())) == 1) {
            return Optional.of(new Held(before.epoch(), now));
        }
        LOG.warn("lease epoch={} is lost: another process writes to Slack now", before.epoch());
        return Optional.empty();
    }

    /** Locks first: {@code take} alone would not wait for what the holder before is storing. */
    private Optional<Held> taken() {
        var now = System.nanoTime();
        var before = transactions.write(() -> Optional.of(rows.lock()).filter(_ -> takes()));
        before.ifPresent(row ->
                Optional.ofNullable(row.memory()).ifPresent(written -> memory.read(written, row.holder() == null)));
        var taken = before.map(row -> new Held(row.epoch() + 1, now));
        taken.ifPresent(it -> LOG.info("lease epoch={} is taken: this process writes to Slack now", it.epoch()));
        return taken;
    }

    private boolean takes() {
        return rows.take(holder, seconds()) == 1;
    }

    @Override
    public void close() {
        rounds.close();
        giveBack();
    }

    private synchronized void giveBack() {
        closed = true;
        if (held.isEmpty()) {
            return;
        }
        held = Optional.empty();
        try {
            transactions.run(() -> rows.giveBack(holder, memory.written()));
        } catch (RuntimeException e) {
            LOG.warn("the lease cannot be given back; another process may begin after {}", terms.life(), e);
        }
    }
}
