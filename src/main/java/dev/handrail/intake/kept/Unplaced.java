package dev.handrail.intake.kept;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.intake.Intake;
import dev.handrail.intake.door.Doors;
import dev.handrail.intake.door.Source;
import dev.handrail.platform.Json;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.platform.Transactions;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.arrival.JdbcUnplaced;
import dev.handrail.run.reception.Delivery;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places what a process had stored and answered, and did not come to place: at the start what any left behind, later what one of
 * several replicas did. Where the other one lives after all, what is placed twice is a duplicate and changes nothing.
 */
@Singleton
final class Unplaced implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Unplaced.class);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    /** Whoever lives has placed it by then: it waits for a few commits at most. */
    private static final Duration LEFT_AFTER = Duration.ofMinutes(1);

    private final JdbcUnplaced unplaced;
    private final Transactions transactions;
    private final PayloadRepository payloads;
    private final Doors doors;
    private final Intake intake;
    private final AlertDesk desk;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Rounds rounds = new Rounds("unplaced", LOOK_EVERY, this::look);

    Unplaced(
            JdbcUnplaced unplaced,
            Transactions transactions,
            PayloadRepository payloads,
            Doors doors,
            Intake intake,
            AlertDesk desk,
            InstantSource clock) {
        this.unplaced = unplaced;
        this.transactions = transactions;
        this.payloads = payloads;
        this.doors = doors;
        this.intake = intake;
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
        for (var mark : left) {
            LOG.info(
                    "placing {} payloads that were stored and not placed",
                    mark.payloads().size());
            var deliveries = mark.payloads().stream()
                    .flatMap(number -> payloads.findById(number).stream())
                    .flatMap(row -> delivery(row).stream())
                    .toList();
            desk.placeLeft(mark.id(), deliveries);
        }
    }

    private Optional<Delivery.Kept> delivery(PayloadRepository.Row row) {
        var door = doors.named(row.source());
        if (door.isEmpty()) {
            payloads.explain(
                    row.number(),
                    "its source '%s' is set up no more; wanted its file again, and a replay".formatted(row.source()));
        }
        return door.map(found -> delivery(row, found.source()));
    }

    private Delivery.Kept delivery(PayloadRepository.Row row, Source source) {
        var headers = Optional.ofNullable(row.headers())
                .map(json -> Json.read(json, TEXTS))
                .orElse(Map.of());
        var understood = intake.understand(source, Json.tree(row.body()), headers, row.receivedAt());
        return new Delivery.Kept(understood.incoming(), row.number());
    }
}
