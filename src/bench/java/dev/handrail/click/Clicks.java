package dev.handrail.click;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.Command;
import dev.handrail.run.RunEvent;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.reception.Incoming;
import dev.handrail.simulator.interaction.Carrier;
import dev.handrail.simulator.interaction.Parcel;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * People who all press "Still on it", each on an incident of his own, at a steady rate whatever Handrail makes of it. Then every
 * press is looked for in the timelines: once each.
 */
final class Clicks {
    private static final String SECRET = "bench-signing-secret";
    private static final String PORT = "18081";
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final Plan plan;
    private final ApplicationContext context;
    private final List<IncidentId> incidents = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, Integer> reasons = new ConcurrentHashMap<>();

    /** What is asked for. */
    private record Plan(boolean overSockets, int perSecond, int seconds, int people, int warmUp) {
        static Plan of(String transport, String numbers) {
            var each = Arrays.stream(numbers.split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new Plan(transport.equals("sockets"), each[0], each[1], each[2], each[3]);
        }

        int clicks() {
            return perSecond * seconds;
        }
    }

    private Clicks(Plan plan, ApplicationContext context) {
        this.plan = plan;
        this.context = context;
    }

    /** @param arguments transport (http or sockets); clicks a second, seconds, people, seconds of warm-up; JDBC URL, user, folder of runbooks */
    public static void main(String[] arguments) throws Exception {
        var plan = Plan.of(arguments[0], arguments[1]);
        try (var slack = new StubSlack();
                var context = ApplicationContext.builder()
                        .properties(properties(plan, slack, arguments))
                        .start()) {
            var url = context.getBean(EmbeddedServer.class).start().getURI();
            var clicks = new Clicks(plan, context);
            clicks.open();
            while (plan.overSockets() && slack.sockets() < 2) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            clicks.run(slack.carrier(plan.overSockets(), url.resolve("/v1/slack"), SECRET));
        }
    }

    private static Map<String, Object> properties(Plan plan, StubSlack slack, String[] arguments) {
        var properties = new HashMap<String, Object>(Map.of(
                "micronaut.server.port",
                PORT,
                "micronaut.server.host",
                "127.0.0.1",
                "datasources.default.url",
                arguments[2],
                "datasources.default.username",
                arguments[3],
                "datasources.default.password",
                "",
                "handrail.runbooks",
                arguments[4],
                "slack.enabled",
                true,
                "slack.bot.token",
                "xoxb-bench",
                "slack.api.url",
                slack.apiUrl().toString()));
        properties.put("handrail.slack.guests", "act"); // the people of this bench are nobody whom Slack knows
        properties.put(
                plan.overSockets() ? "slack.app.token" : "slack.signing.secret",
                plan.overSockets() ? "xapp-bench" : SECRET);
        return properties;
    }

    private Person person(int number) {
        return new Person("U%05d".formatted(number), "person " + number);
    }

    /** Opens an incident for each person, and puts him on its first step. */
    private void open() {
        var run = Long.toString(System.nanoTime());
        for (var number = 0; number < plan.people(); number++) {
            var labels = Map.of("alertname", "OrderStuck", "flow", "order-to-erp", "batch", run + "-" + number);
            var alert = new Alert(
                    "bench",
                    run + number,
                    Fingerprint.of(labels),
                    Alert.Status.FIRING,
                    labels,
                    Map.of(),
                    Instant.now(),
                    Optional.empty());
            var incident = context.getBean(AlertDesk.class)
                    .receive(new Incoming("bench", "{}", List.of(alert), Optional.empty()))
                    .alerts()
                    .getFirst()
                    .incident()
                    .orElseThrow();
            incidents.add(incident);
            context.getBean(RunService.class).handle(incident, new Command.Acknowledge(person(number)), () -> {});
        }
    }

    private void run(Carrier carrier) throws InterruptedException {
        burst(carrier, plan.perSecond() * plan.warmUp()); // the compiler's turn
        var before = settled();
        refused.set(0);
        reasons.clear();
        var began = System.nanoTime();
        var millis = burst(carrier, plan.clicks());
        var sent = System.nanoTime();
        var recorded = settled() - before;
        Arrays.sort(millis);
        System.out.printf(
                "RESULT %s: %d clicks in %.1f s (%.0f/s), acknowledged p50 %.1f ms, p99 %.1f ms, max %.1f ms;"
                        + " not acknowledged %d %s, recorded %d, done %.1f s after the last%n",
                plan.overSockets() ? "sockets" : "http",
                plan.clicks(),
                (sent - began) / 1e9,
                plan.clicks() * 1e9 / (sent - began),
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                refused.get(),
                reasons,
                recorded,
                (System.nanoTime() - sent) / 1e9 - SETTLED.toSeconds());
    }

    /** Waits until nothing is added any more; returns how many presses there are then. */
    private int settled() {
        var before = -1;
        var now = recorded();
        while (now != before) {
            LockSupport.parkNanos(SETTLED.toNanos());
            before = now;
            now = recorded();
        }
        return now;
    }

    /** Returns how long each took in ms, from the moment in which it was due. */
    private double[] burst(Carrier carrier, int clicks) throws InterruptedException {
        var millis = new double[clicks];
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < clicks; number++) {
                var due = began + number * 1_000_000_000L / plan.perSecond();
                LockSupport.parkNanos(due - System.nanoTime());
                var own = number;
                threads.execute(() -> {
                    var delivery = carrier.carry(click(own));
                    if (!delivery.isAccepted()) {
                        refused.incrementAndGet();
                        reasons.merge(delivery.problem().orElse(""), 1, Integer::sum);
                    }
                    millis[own] = (System.nanoTime() - due) / 1e6;
                });
            }
        }
        return millis;
    }

    private Parcel click(int number) {
        var person = number % plan.people();
        var payload = JsonNodeFactory.instance.objectNode().put("type", "block_actions");
        payload.putObject("team").put("id", "T01BENCH");
        payload.putObject("user")
                .put("id", person(person).id())
                .put("name", person(person).name());
        payload.putObject("container").put("type", "message").put("message_ts", "1790000000.000001");
        payload.putObject("channel").put("id", "C01BENCH");
        payload.put("trigger_id", Integer.toString(number));
        action(payload, incidents.get(person));
        return new Parcel(Parcel.Kind.INTERACTION, "block_actions", payload, Map.of(), Instant.now());
    }

    private static void action(ObjectNode payload, IncidentId incident) {
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", "still_on_it")
                .put("value", Long.toString(incident.value()))
                .put("action_ts", System.nanoTime() + ".1");
    }

    private int recorded() {
        var reader = context.getBean(RunReader.class);
        return IntStream.range(0, incidents.size())
                .map(at -> (int) reader.find(incidents.get(at)).orElseThrow().timeline().stream()
                        .filter(happened -> happened.event() instanceof RunEvent.StillOnIt)
                        .count())
                .sum();
    }
}
