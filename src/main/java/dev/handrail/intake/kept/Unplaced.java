package dev.handrail.intake.kept;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.intake.door.Doors;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.platform.Transactions;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.arrival.JdbcUnplaced;
import dev.handrail.run.arrival.JdbcUnplaced.Mark;
import dev.handrail.run.reception.Delivery;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places what a process had stored and answered, and did not come to place: at the start what any left behind, later what one of
 * several replicas did. Where the other one lives after all, one of the two places it.
 */
@Singleton
final class Unplaced implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Unplaced.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    /** Whoever lives has placed it by then: it waits for a few commits at most. */
    private static final Duration LEFT_AFTER = Duration.ofMinutes(1);

    private final JdbcUnplaced unplaced;
    private final Transactions transactions;
    private final PayloadRepository payloads;
    private final Doors doors;
    private final Rereading rereading;
    private final AlertDesk desk;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Set<Long> handedOver = new HashSet<>();
    private final Rounds rounds = new Rounds("unplaced", LOOK_EVERY, this::look);

    Unplaced(
            JdbcUnplaced unplaced,
            Transactions transactions,
            PayloadRepository payloads,
            Doors doors,
            Rereading rereading,
            AlertDesk desk,
            InstantSource clock) {
        this.unplaced = unplaced;
        this.transactions = transactions;
        this.payloads = payloads;
        this.doors = doors;
        this.rereading = rereading;
        this.desk = desk;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    void look() {
        var old = clock.instant().minus(LEFT_AFTER);
        var left = transactions.read(() -> unplaced.keptBefore(old.isAfter(startedAt) ? old : startedAt));
        handedOver.retainAll(left.stream().map(Mark::id).collect(Collectors.toSet()));
        left.stream().filter(mark -> !handedOver.contains(mark.id())).forEach(this::handOver);
    }

    private void handOver(Mark mark) {
        LOG.info(
                "placing {} payloads that were stored and not placed",
                mark.payloads().size());
        var deliveries = mark.payloads().stream()
                .flatMap(number -> payloads.findById(number).stream())
                .flatMap(row -> delivery(row).stream())
                .toList();
        desk.placeLeft(mark.id(), deliveries);
        handedOver.add(mark.id());
    }

    /** What is not understood any more waits in the quarantine, and the rest does not wait for it. */
    private Optional<Delivery.Kept> delivery(PayloadRepository.Row row) {
        var door = doors.named(row.source());
        if (door.isEmpty()) {
            payloads.explain(
                    row.number(),
                    "its source '%s' is set up no more; wanted its file again, and a replay".formatted(row.source()));
            return Optional.empty();
        }
        try {
            var incoming = rereading.read(row, door.get().source());
            incoming.problem().ifPresent(problem -> payloads.explain(row.number(), problem));
            return Optional.of(new Delivery.Kept(incoming, row.number()));
        } catch (RuntimeException e) { // of whatever kind: it must not keep the rest from being placed
            payloads.explain(row.number(), "it was stored, and cannot be read any more: " + e.getMessage());
            return Optional.empty();
        }
    }
}
