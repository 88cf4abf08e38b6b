package dev.handrail.platform;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** Begins all that recurs once the server takes requests, and ends it before the database goes. */
@Singleton
public final class AllRounds implements ApplicationEventListener<ServerStartupEvent> {
    private final List<Recurring> all;

    AllRounds(List<Recurring> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        all.stream().filter(Recurring::isNeeded).map(Recurring::rounds).forEach(Rounds::start);
    }

    /** Has every next turn done now, for whoever has put the clock forward. */
    public void wake() {
        all.stream().map(Recurring::rounds).forEach(Rounds::wake);
    }

    @PreDestroy
    void stop() {
        var rounds = all.stream().map(Recurring::rounds).toList();
        rounds.forEach(Rounds::stop);
        rounds.forEach(Rounds::close);
    }
}
