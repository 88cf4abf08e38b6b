package dev.handrail.slack.socket;

import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.inbound.Pipeline;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Opens the sockets when the server runs, where there is a token for them. */
@Factory
@Requires(property = "slack.enabled", value = "true")
final class SocketFactory {
    @Singleton
    SocketStanding standing() {
        return new SocketStanding();
    }

    @Singleton
    @Bean(preDestroy = "close")
    Link link(SlackSettings settings, Pipeline pipeline, SocketStanding standing) {
        return new Link(settings.sockets().map(own -> new Sockets(settings, own, pipeline, standing)));
    }

    @Singleton
    ApplicationEventListener<ServerStartupEvent> openSockets(Link link) {
        return _ -> link.sockets().ifPresent(Sockets::start);
    }

    /** The sockets, if things come over any. */
    record Link(Optional<Sockets> sockets) implements AutoCloseable {
        @Override
        public void close() {
            sockets.ifPresent(Sockets::close);
        }
    }
}
