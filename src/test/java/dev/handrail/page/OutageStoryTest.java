package dev.handrail.page;

import static dev.handrail.slack.HandrailFixture.ANA;
import static dev.handrail.slack.HandrailFixture.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.run.Command;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.slack.HandrailFixture;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything at once: five incidents are being walked, the replica that writes to Slack dies in the middle of a delivery, sockets
 * are refreshed, and Slack goes away for a while.
 */
@Waiting
class OutageStoryTest {
    private static final String CHANNEL = "#order-flows";
    private static final String ERP_DOWN = "No";

    @TempDir
    private Path library;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** How long things take in one form of the story. */
    private record Pace(Duration outage, Duration fallbackAfter, Duration refreshEvery, int posts) {}

    @BeforeEach
    void write() throws IOException {
        mail.start();
        Files.writeString(library.resolve("owners.yml"), """
            default: duty
            owners:
              duty:
                contacts: [{slack_user: U01ANA}]
                escalation: [{tell: duty, wait: 12h}, {tell: boss, wait: 12h}]
              boss: {name: The boss, contacts: [{slack_user: U02BEN}, {email: boss@example.org}]}
            """);
        Files.writeString(library.resolve("flows.yml"), "default_channel: '#order-flows'\n");
        Files.writeString(library.resolve("orders-stuck.md"), """
            ---
            match: ["alertname=OrdersStuck"]
            group_by: [batch]
            step_within: 6h
            ---
            # Orders are stuck

            ## Checks
            1. Is the ERP up?
               - **Yes** → next
               - **No** → escalate "the ERP is down"
            2. Is the job running?
               - **Yes** → next
            3. Is the disk full?
               - **No** → next
            4. Did the orders go?
               - **Yes** → resolved
            """);
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void givenFiveIncidents_whenAReplicaDiesAndSlackGoesAway_thenTheThreadsAreRightAndPagesCameByMail() {
        tell(new Pace(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(1), 1000));
    }

    @Tag("proof")
    @Test
    void givenFiveIncidents_whenSlackIsAwayForTenMinutes_thenTheThreadsAreRightAndPagesCameByMail() {
        tell(new Pace(Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofSeconds(20), 1));
    }

    private void tell(Pace pace) {
        var properties = new HashMap<>(Database.POSTGRESQL.fresh());
        properties.putAll(Map.of(
                "handrail.runbooks",
                library.toString(),
                "handrail.smtp.url",
                "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "handrail.smtp.starttls",
                "off",
                "handrail.fallback.after",
                pace.fallbackAfter().toSeconds() + "s",
                "slack.budget.posts",
                pace.posts(),
                "slack.lease.life",
                "4s"));
        try (var first = HandrailFixture.overSockets(properties);
                var second = first.startReplica().getApplicationContext()) {
            var ids = before(first, pace);
            dieInADelivery(first, ids.getFirst());
            refresh(first, pace.refreshEvery());

            first.server.stop();
            var unknown = meanwhile(first, second, ids);
            pass(pace.outage());
            mailOf(unknown);
            mailOf(ids.get(2));
            first.server.resume();

            awaitDelivered(second);
            first.slack.await(
                    "sockets",
                    () -> first.slack.call("sockets", Map.of()).path("sockets").size() >= 2);
            afterwards(first, second, ids);
            ids.forEach(id -> assertThreadIsRight(first, second, id));
            assertThreadIsRight(first, second, unknown);
        }
    }

    /** One nobody is on, two on a step, one escalated, one that its owner has. */
    private static List<IncidentId> before(HandrailFixture handrail, Pace pace) {
        var ids = IntStream.range(0, 5)
                .mapToObj(
                        number -> handrail.fires("OrdersStuck", Map.of("flow", "order-to-erp", "batch", "b" + number)))
                .toList();
        ids.stream().skip(1).forEach(id -> handrail.does(id, new Command.Acknowledge(ANA)));
        handrail.answers(ids.get(2), ANA, "Yes");
        refresh(handrail, pace.refreshEvery());
        handrail.answers(ids.get(3), ANA, ERP_DOWN);
        handrail.answers(ids.get(4), ANA, ERP_DOWN);
        handrail.does(ids.get(4), new Command.TakePage(BEN));
        handrail.awaitDelivered();
        return ids;
    }

    /** Its connections go first: it can give nothing back, and store nothing that it has sent. */
    private static void dieInADelivery(HandrailFixture handrail, IncidentId id) {
        handrail.slack.fault(Map.of("method", "chat.postMessage", "kind", "slow", "millis", 1500, "times", 1));
        var posts = handrail.slack.calls("chat.postMessage").size();
        handrail.does(id, new Command.Acknowledge(ANA));
        handrail.slack.await(
                "a post to be on its way",
                () -> handrail.slack.calls("chat.postMessage").size() > posts
                        || handrail.slack.messages(CHANNEL).size() > posts);
        if (DelegatingDataSource.unwrapDataSource(handrail.bean(DataSource.class)) instanceof HikariDataSource pool) {
            pool.close();
        }
        handrail.stop();
    }

    private static void refresh(HandrailFixture handrail, Duration pause) {
        handrail.slack.call("socket", Map.of("act", "warn", "millis", 200));
        pass(pause);
    }

    /** What people do where Slack is not needed, and what comes in. Returns an incident that nobody knows a runbook for. */
    private static IncidentId meanwhile(HandrailFixture first, ApplicationContext second, List<IncidentId> ids) {
        answers(second, ids.get(0), ANA, "Yes");
        answers(second, ids.get(0), ANA, "Yes");
        answers(second, ids.get(1), ANA, "Yes");
        answers(second, ids.get(1), ANA, "Yes");
        answers(second, ids.get(1), ANA, "No");
        does(second, ids.get(2), new Command.Escalate(ANA, "The job is not there"));
        does(second, ids.get(3), new Command.TakePage(BEN));
        does(second, ids.get(4), new Command.Resolve(BEN, "Restarted the ERP"));
        return first.fires(second, "NobodyKnowsThis", Map.of("flow", "order-to-erp"));
    }

    private void mailOf(IncidentId id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Arrays.stream(mail.getReceivedMessages())
                                .map(message ->
                                        GreenMailUtil.getWholeMessage(message).replace("=\r\n", ""))
                                .filter(text -> text.contains("/incidents/" + id.value())
                                        && text.contains("/take/")
                                        && text.contains("Slack cannot be reached"))
                                .count()
                        == 1);
    }

    /** Slack is the way again. */
    private static void afterwards(HandrailFixture first, ApplicationContext second, List<IncidentId> ids) {
        var last = first.slack.as("U01ANA").inChannel(CHANNEL).message("Did the orders go?");
        last.click("Yes");
        first.slack.await("the click to be done", () -> view(second, ids.get(1)) instanceof Position.Finished);
        awaitDelivered(second);
    }

    /** Within Slack's own budget a channel of five threads takes its time. */
    private static void awaitDelivered(ApplicationContext replica) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> reader(replica).undelivered(1).isEmpty());
    }

    private static void assertThreadIsRight(HandrailFixture first, ApplicationContext second, IncidentId id) {
        var shown = first.slack.messages(CHANNEL).stream()
                .filter(message -> mark(message, "incident").equals(Long.toString(id.value())))
                .toList();
        var slots = shown.stream().map(message -> mark(message, "slot")).toList();
        var steps = reader(second).find(id).orElseThrow().timeline().stream()
                .filter(happened -> happened.event() instanceof RunEvent.StepShown)
                .map(happened -> (RunEvent.StepShown) happened.event())
                .map(step -> "step/%s/%d".formatted(step.step().value(), step.attempt()))
                .toList();
        assertThat(slots).as("incident %s: nothing stands there twice", id).doesNotHaveDuplicates();
        assertThat(slots).filteredOn(slot -> slot.equals("root")).hasSize(1);
        assertThat(slots).filteredOn(slot -> slot.startsWith("step/")).containsExactlyElementsOf(steps);
        var open = view(second, id) instanceof Position.OnStep;
        assertThat(shown)
                .filteredOn(message -> mark(message, "slot").startsWith("step/")
                        && !message.buttons().isEmpty())
                .as("incident %s: only the step that waits can be answered", id)
                .hasSize(open ? 1 : 0);
    }

    private static String mark(SlackMessage message, String field) {
        return message.body().path("metadata").path("event_payload").path(field).asText();
    }

    private static RunReader reader(ApplicationContext replica) {
        return replica.getBean(RunReader.class);
    }

    private static Position view(ApplicationContext replica, IncidentId id) {
        return reader(replica).find(id).orElseThrow().state().position();
    }

    private static void does(ApplicationContext replica, IncidentId id, Command command) {
        replica.getBean(RunService.class).handle(id, command, () -> {});
    }

    private static void answers(ApplicationContext replica, IncidentId id, Person by, String outcome) {
        if (view(replica, id) instanceof Position.OnStep now) {
            does(replica, id, new Command.Answer(by, now.step(), now.attempt(), outcome));
        }
    }

    /** The story has lengths of its own: an outage is nothing that one waits to be over. */
    private static void pass(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
