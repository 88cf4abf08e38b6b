package dev.handrail.intake.kept;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.settings.IntakeSettings;
import dev.handrail.platform.Rounds;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes payloads when their time is over, a few at a time so that nobody waits for it. That of an incident which is still open
 * goes too: what is needed of it stands in its alerts, and a time that personal data is kept for must not depend on a forgotten
 * incident.
 */
@Singleton
final class Retention implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int BATCH = 500;

    /** A list in SQL must not be empty. */
    private static final String NO_SOURCE = "";

    private final PayloadRepository payloads;
    private final IntakeSettings settings;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("retention", BETWEEN, this::deleteAll);

    Retention(PayloadRepository payloads, IntakeSettings settings, InstantSource clock) {
        this.payloads = payloads;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        rounds.start();
    }

    @PreDestroy
    void stop() {
        rounds.close();
    }

    void deleteAll() {
        var now = clock.instant();
        var own = settings.sources().stream()
                .filter(source -> !source.keeping().keepFor().equals(settings.keepFor()))
                .toList();
        own.forEach(source ->
                delete(List.of(source.name()), now.minus(source.keeping().keepFor()), source.name()));
        var others = own.stream().map(Source::name).toList();
        deleteOthers(others.isEmpty() ? List.of(NO_SOURCE) : others, now.minus(settings.keepFor()));
    }

    private void delete(List<String> sources, Instant before, String name) {
        var deleted = 0;
        for (var batch = BATCH; batch == BATCH; deleted += batch) {
            batch = payloads.deleteOf(sources, before, BATCH);
        }
        told(deleted, name);
    }

    private void deleteOthers(List<String> sources, Instant before) {
        var deleted = 0;
        for (var batch = BATCH; batch == BATCH; deleted += batch) {
            batch = payloads.deleteOthers(sources, before, BATCH);
        }
        told(deleted, "all without a time of their own");
    }

    private static void told(int deleted, String whose) {
        if (deleted > 0) {
            LOG.info("payloads={} deleted, as their time is over, source={}", deleted, whose);
        }
    }
}
