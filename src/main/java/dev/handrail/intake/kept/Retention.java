package dev.handrail.intake.kept;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.incident.storm.StormSettings;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.settings.IntakeSettings;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is over when its time is, a few rows at a time so that nobody waits for it: payloads, what was asked in Slack,
 * alerts that started nothing, and the traces that storms are told by. Never anything of a timeline. The payload of an incident
 * which is still open goes too: what is needed of it stands in its alerts, and a time that personal data is kept for must not
 * depend on a forgotten incident.
 */
@Singleton
final class Retention implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int BATCH = 500;

    /** A list in SQL must not be empty. */
    private static final String NO_SOURCE = "";

    /** Somebody may look into a storm of days ago, and an incident that reopens counts as what it was. */
    private static final Duration TRACES = Duration.ofDays(7);

    /** Who follows a link that has expired is told so for a while, and not that it is none of ours. */
    private static final Duration LINKS = Duration.ofDays(7);

    private final PayloadRepository payloads;
    private final ExpiredRepository expired;
    private final IntakeSettings settings;
    private final StormSettings storms;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("retention", BETWEEN, this::deleteAll);

    Retention(
            PayloadRepository payloads,
            ExpiredRepository expired,
            IntakeSettings settings,
            StormSettings storms,
            InstantSource clock) {
        this.payloads = payloads;
        this.expired = expired;
        this.settings = settings;
        this.storms = storms;
        this.clock = clock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    void deleteAll() {
        var now = clock.instant();
        deletePayloads(now);
        var keep = settings.keep();
        delete("what was asked in Slack", limit -> expired.deleteAsked(now.minus(keep.asked()), limit));
        delete("alerts that started nothing", limit -> expired.deleteAlerts(now.minus(keep.alerts()), limit));
        delete("links in mails", limit -> expired.deleteLinks(now.minus(LINKS), limit));
        var traced = now.minus(TRACES).minus(storms.within());
        delete("traces of storms", limit -> expired.deleteTraces(traced, limit));
    }

    private void deletePayloads(Instant now) {
        var keepFor = settings.keep().payloads();
        var own = settings.sources().stream()
                .filter(source -> !source.keeping().keepFor().equals(keepFor))
                .toList();
        own.forEach(source -> {
            var before = now.minus(source.keeping().keepFor());
            delete("payloads of " + source.name(), limit -> payloads.deleteOf(List.of(source.name()), before, limit));
        });
        var others = own.stream().map(Source::name).toList();
        var but = others.isEmpty() ? List.of(NO_SOURCE) : others;
        delete("payloads", limit -> payloads.deleteOthers(but, now.minus(keepFor), limit));
    }

    /** @param batch deletes at most so many, and returns how many it deleted */
    private static void delete(String what, IntUnaryOperator batch) {
        var deleted = 0;
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = batch.applyAsInt(BATCH);
        }
        if (deleted > 0) {
            LOG.info("{} deleted, as their time is over: {}", deleted, what);
        }
    }
}
