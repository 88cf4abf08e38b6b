package dev.handrail.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import dev.handrail.platform.AllRounds;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.RunningClock;
import dev.handrail.platform.TestClock;
import dev.handrail.simulator.LocalSlackServer;
import dev.handrail.simulator.LocalSlackSettings;
import dev.handrail.simulator.SlackDriver;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.api.Budgets;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A Handrail in this process with a local Slack beside it: real HTTP between them, and a clock that the test puts forward. */
final class RunningHandrail implements AutoCloseable {
    static final String ALERT_TOKEN = "hr_alert_0123456789abcdef0123456789abcdef";
    static final String API_TOKEN = "hr_api_0123456789abcdef0123456789abcdef";
    static final String BOT_TOKEN = "xoxb-local-token-for-tests";
    static final String SIGNING_SECRET = "local-signing-secret-for-tests";

    /** A test walks quicker than people do, and its local Slack counts nothing. */
    private static final Map<String, Object> HASTE =
            Map.of("slack.budget.posts", 1000, "slack.budget.edits", 10_000, "slack.card.delay.millis", 50);

    private final RunningClock clock = new RunningClock();
    private final LocalSlackServer localSlack;
    private final ApplicationContext context;
    private final Api api;

    private RunningHandrail(Map<String, Object> database, Map<String, Object> settings) {
        var port = freePort();
        var url = URI.create("http://localhost:" + port);
        localSlack = LocalSlackServer.start(
                LocalSlackSettings.of(BOT_TOKEN, SIGNING_SECRET, url.resolve("/v1/slack"))
                        .withBudgets(Budgets.unlimited()),
                clock);
        var properties = new HashMap<>(database);
        properties.putAll(Map.of(
                "micronaut.server.port",
                port,
                "handrail.url",
                url.toString(),
                "slack.enabled",
                true,
                "handrail.runbooks",
                "runbooks",
                "handrail.alert.token",
                ALERT_TOKEN,
                "handrail.api.token",
                API_TOKEN,
                "handrail.admin.password",
                "correct horse battery staple",
                "slack.bot.token",
                BOT_TOKEN,
                "slack.signing.secret",
                SIGNING_SECRET,
                "slack.api.url",
                localSlack.apiUrl().toString()));
        properties.putAll(HASTE);
        properties.putAll(settings);
        context = ApplicationContext.builder()
                .properties(properties)
                .beanDefinitions(TestClock.of(clock))
                .start();
        context.getBean(EmbeddedServer.class).start();
        api = new Api(url);
    }

    static RunningHandrail on(Database database) {
        return new RunningHandrail(database.fresh(), Map.of());
    }

    static RunningHandrail on(Database database, Map<String, Object> settings) {
        return new RunningHandrail(database.fresh(), settings);
    }

    /** @param database as {@code Database.fresh()} gives it: the same one again is a restart */
    static RunningHandrail with(Map<String, Object> database, Map<String, Object> settings) {
        return new RunningHandrail(database, settings);
    }

    SlackDriver slack() {
        return SlackDriver.of(localSlack);
    }

    LocalSlackServer localSlack() {
        return localSlack;
    }

    Api api() {
        return api;
    }

    /** Waits for the root card of an incident, as a person reads it. */
    SlackMessage card(String user, String channel, String containing) {
        return slack().as(user).inChannel(channel).root(containing);
    }

    void fires(String name, Map<String, String> labels) {
        api.sends(TestAlert.firing(name, labels));
    }

    void resolves(String name, Map<String, String> labels) {
        api.sends(TestAlert.resolved(name, labels));
    }

    /** Lets time pass, and the clocks that it makes due strike. */
    void passes(Duration time) {
        clock.advance(time);
        context.getBean(Scheduler.class).triggerCheckForDueExecutions();
        context.getBean(AllRounds.class).wake();
    }

    JsonNode incident(long id) {
        return Json.tree(api.get("/v1/incidents/" + id, API_TOKEN).body());
    }

    /** Returns the names of everything on an incident's timeline, oldest first. */
    List<String> timeline(long id) {
        return StreamSupport.stream(incident(id).path("timeline").spliterator(), false)
                .map(entry -> entry.path("event").asText())
                .toList();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        localSlack.close();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
