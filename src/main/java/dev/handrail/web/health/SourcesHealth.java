package dev.handrail.web.health;

import dev.handrail.intake.door.Doors;
import dev.handrail.intake.door.Tally;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/** What came to each source since the start. Always up: a sender with a wrong secret is mended at the sender. */
@Singleton
final class SourcesHealth implements HealthIndicator {
    private final Doors doors;

    SourcesHealth(Doors doors) {
        this.doors = doors;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var details = new LinkedHashMap<String, Object>();
        doors.all().forEach((name, door) -> {
            if (door.tally().isUsed()) {
                details.put(name, counts(door.tally()));
            }
        });
        return Publishers.just(HealthResult.builder("sources", HealthStatus.UP)
                .details(details)
                .build());
    }

    private static Map<String, Object> counts(Tally tally) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("accepted", tally.accepted());
        counts.put("refused", tally.refused());
        counts.put("throttled", tally.throttled());
        return counts;
    }
}
