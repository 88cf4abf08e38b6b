package dev.handrail.slack;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.platform.Database;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.reception.Incoming;
import dev.handrail.simulator.LocalSlackServer;
import dev.handrail.simulator.LocalSlackSettings;
import dev.handrail.simulator.SlackDriver;
import dev.handrail.simulator.api.Budgets;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.io.socket.SocketUtils;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A whole Handrail with a local Slack beside it. Handrail can be stopped, killed and started again on the same database. */
public final class HandrailFixture implements AutoCloseable {
    public static final String SECRET = "local-signing-secret";
    public static final Person ANA = new Person("U01ANA", "ana");
    public static final Person BEN = new Person("U02BEN", "ben");

    private static final String TOKEN = "xoxb-local-test";
    private static final String APP_TOKEN = "xapp-local-test";

    public final LocalSlackServer server;
    public final SlackDriver slack;
    private final Map<String, Object> properties = new HashMap<>(Database.H2.fresh());
    private final int port = SocketUtils.findAvailableTcpPort();
    private EmbeddedServer handrail;

    public HandrailFixture() {
        this(Budgets.unlimited(), Map.of());
    }

    public HandrailFixture(Budgets budgets, Map<String, Object> more) {
        this(budgets, more, slack -> slack);
    }

    /** A Handrail that everything comes to over sockets. */
    public static HandrailFixture overSockets(Map<String, Object> more) {
        var properties = new HashMap<>(more);
        properties.put("slack.app.token", APP_TOKEN);
        return new HandrailFixture(Budgets.unlimited(), properties, slack -> slack.withSockets(APP_TOKEN));
    }

    private HandrailFixture(Budgets budgets, Map<String, Object> more, UnaryOperator<LocalSlackSettings> change) {
        server = LocalSlackServer.start(
                change.apply(LocalSlackSettings.of(TOKEN, SECRET, url().resolve("/v1/slack"))
                        .withBudgets(budgets)),
                InstantSource.system());
        slack = SlackDriver.of(server);
        properties.putAll(Map.of(
                "micronaut.server.port",
                port,
                "handrail.runbooks",
                "runbooks",
                "slack.enabled",
                true,
                "slack.bot.token",
                TOKEN,
                "slack.signing.secret",
                SECRET,
                "slack.api.url",
                server.apiUrl().toString(),
                "slack.card.delay.millis",
                100));
        properties.putAll(more);
        if (properties.containsKey("slack.app.token")) {
            properties.remove("slack.signing.secret");
        }
        handrail = start();
    }

    private EmbeddedServer start() {
        return ApplicationContext.builder()
                .properties(properties)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    /** Starts another Handrail on the same database and the same Slack. */
    public EmbeddedServer startReplica() {
        var own = new HashMap<>(properties);
        own.put("micronaut.server.port", SocketUtils.findAvailableTcpPort());
        return ApplicationContext.builder()
                .properties(own)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public <T> T bean(Class<T> type) {
        return handrail.getApplicationContext().getBean(type);
    }

    public void stop() {
        handrail.getApplicationContext().close();
    }

    public void startAgain() {
        handrail = start();
    }

    /** An alert of a failure that has a runbook. Returns its incident. */
    public IncidentId fires(String order) {
        return fires("OrderExportStalled", Map.of("flow", "order-to-erp", "order_id", order));
    }

    public IncidentId fires(String name, Map<String, String> more) {
        return fires(handrail.getApplicationContext(), name, more);
    }

    /** An alert that comes to one of several replicas. */
    public IncidentId fires(ApplicationContext replica, String name, Map<String, String> more) {
        var labels = new HashMap<>(more);
        labels.put("alertname", name);
        var alert = new Alert(
                "test",
                name + more,
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                Map.of("summary", "412 orders wait"),
                Instant.parse("2026-11-21T02:10:00Z"),
                Optional.empty());
        return replica.getBean(AlertDesk.class)
                .receive(new Incoming("test", "{}", List.of(alert), Optional.empty()))
                .alerts()
                .getFirst()
                .incident()
                .orElseThrow();
    }

    public Handled does(IncidentId id, Command command) {
        return bean(RunService.class).handle(id, command, () -> {});
    }

    public void answers(IncidentId id, Person by, String outcome) {
        if (view(id).state().position() instanceof Position.OnStep now) {
            does(id, new Command.Answer(by, now.step(), now.attempt(), outcome));
        }
    }

    public IncidentView view(IncidentId id) {
        return bean(RunReader.class).find(id).orElseThrow();
    }

    /** Waits until Slack shows all that happened. */
    public void awaitDelivered() {
        slack.await(
                "all to be delivered",
                () -> bean(RunReader.class).undelivered(1).isEmpty());
    }

    @Override
    public void close() {
        stop();
        server.close();
    }
}
