package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import dev.handrail.page.book.SentPages;
import dev.handrail.platform.RightOfWay;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.past.Precedents;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.gateway.MessageFinder;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.gateway.SlackReach;
import dev.handrail.slack.lease.Lease;
import dev.handrail.slack.render.Projection;
import dev.handrail.slack.render.Slot;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Puts the delivery together. It goes by the machine's own clock whatever time it is for incidents: the network and Slack know
 * no other.
 */
@Factory
@Requires(property = "slack.enabled", value = "true")
final class DeliveryFactory {
    private final InstantSource clock = InstantSource.system();
    private final SlackSettings.Budgets budgets;
    private final Budget budget;
    private final Precedents precedents;
    private final SentPages pages;

    DeliveryFactory(SlackSettings settings, Precedents precedents, SentPages pages) {
        this.pages = pages;
        this.precedents = precedents;
        budgets = settings.budgets();
        budget = new Budget(budgets, clock);
    }

    /** Returns the one budget of the workspace, for all that is sent. */
    @Singleton
    Budget budget() {
        return budget;
    }

    @Singleton
    Links links(SlackSettings settings) {
        return new Links(settings.publicUrl().toString());
    }

    @Singleton
    Threads threads(SlotRepository rows, @Value("${handrail.notes.from.thread:false}") boolean read) {
        return (channel, ts) ->
                read ? rows.at(channel, ts, Slot.ROOT).map(row -> new IncidentId(row.incidentId())) : Optional.empty();
    }

    @Singleton
    Projection projection(Links links) {
        return new Projection(links);
    }

    @Singleton
    FallbackChannel fallback(CurrentLibrary library) {
        return () -> library.library().catalogue().defaultChannel();
    }

    @Singleton
    Tools tools(SlackGateway gateway, MessageFinder finder, FallbackChannel fallback, Lease lease) {
        return new Tools(
                gateway,
                finder,
                budget,
                new Backoff(clock, RandomGenerator.getDefault()),
                new CardDelay(budgets.cardDelay(), clock),
                fallback,
                lease,
                clock);
    }

    @Singleton
    Reconciler reconciler(RunReader runs, SlotRepository rows, Projection projection, Tools tools) {
        return new Reconciler(runs, precedents, pages, rows, projection, tools);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Delivery delivery(Reconciler reconciler, RunReader runs, Lease lease, RightOfWay way) {
        return new Delivery(reconciler, runs, lease, clock, way);
    }

    @Singleton
    ApplicationEventListener<ServerStartupEvent> start(Delivery delivery, Lease lease, Tools tools, SlackReach reach) {
        return _ -> {
            reach.whenBack(() -> {
                tools.backoff().reset();
                delivery.slackIsBack();
            });
            lease.start();
            delivery.start();
        };
    }
}
