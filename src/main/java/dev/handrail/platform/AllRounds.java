package dev.handrail.platform;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Begins all that recurs once the server takes requests, and ends it before anything that it works with goes. */
@Singleton
public final class AllRounds {
    private final List<Recurring> all;

    AllRounds(List<Recurring> all) {
        this.all = List.copyOf(all);
    }

    @EventListener
    void begin(ServerStartupEvent event) {
        all.stream().filter(Recurring::isNeeded).map(Recurring::rounds).forEach(Rounds::start);
    }

    /** Has every next turn done now, for whoever has put the clock forward. */
    public void wake() {
        all.stream().map(Recurring::rounds).forEach(Rounds::wake);
    }

    /** No order among those that go away later would do: a turn may need any of them. */
    @EventListener
    void end(ShutdownEvent event) {
        var rounds = all.stream().map(Recurring::rounds).toList();
        rounds.forEach(Rounds::stop);
        rounds.forEach(Rounds::close);
    }
}
