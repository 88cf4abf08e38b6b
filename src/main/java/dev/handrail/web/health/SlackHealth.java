package dev.handrail.web.health;

import dev.handrail.slack.socket.SocketStanding;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Whether people's clicks come in: degraded where Socket Mode is switched off, or no socket could be opened for half a minute.
 * Always up: alerts, pages outside Slack and the links in them are then needed most, and a restart would mend nothing.
 */
@Singleton
@Requires(bean = SocketStanding.class)
final class SlackHealth implements HealthIndicator {
    private final SocketStanding sockets;

    SlackHealth(SocketStanding sockets) {
        this.sockets = sockets;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var now = sockets.now();
        return Publishers.just(HealthResult.builder("slack", HealthStatus.UP)
                .details(now.map(SlackHealth::details).orElse(Map.of("receives_over", "http")))
                .build());
    }

    private static Map<String, Object> details(SocketStanding.Now now) {
        var details = new LinkedHashMap<String, Object>();
        details.put("state", now.isWell() ? "good" : "degraded");
        details.put("receives_over", "sockets");
        details.put("open", now.open());
        details.put("opened_since_start", now.opened());
        details.put("connections_of_the_app", now.connections());
        now.fault().ifPresent(fault -> details.put("fault", fault));
        return details;
    }
}
