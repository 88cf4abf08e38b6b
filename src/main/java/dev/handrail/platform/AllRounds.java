package dev.handrail.platform;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Begins all that recurs once the server takes requests, and ends it before anything that it works with goes. */
@Singleton
public final class AllRounds {
    private final BeanProvider<Recurring> all;
    private volatile List<Rounds> begun = List.of();

    /** @param all made only when a server begins: a command that ends without one needs none of them */
    AllRounds(BeanProvider<Recurring> all) {
        this.all = all;
    }

    @EventListener
    void begin(ServerStartupEvent event) {
        begun = all.stream().filter(Recurring::isNeeded).map(Recurring::rounds).toList();
        begun.forEach(Rounds::start);
    }

    /** Has every next turn done now, for whoever has put the clock forward. */
    public void wake() {
        begun.forEach(Rounds::wake);
    }

    /** No order among those that go away later would do: a turn may need any of them. */
    @EventListener
    void end(ShutdownEvent event) {
        begun.forEach(Rounds::stop);
        begun.forEach(Rounds::close);
    }
}
