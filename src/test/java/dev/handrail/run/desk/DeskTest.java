package dev.handrail.run.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.ChainVerifier;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.platform.Database;
import dev.handrail.platform.SettableClock;
import dev.handrail.platform.TestClock;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.Receipt;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeskTest {
    private static final Person ANA = new Person("U01ANA", "Ana");
    private static final Person BEN = new Person("U02BEN", "Ben");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:14:00Z"));

    @ParameterizedTest
    @EnumSource
    void givenAnAlertOfAKnownFailure_whenItIsReceived_thenOneIncidentIsOpenAndDuplicatesChangeNothing(
            Database database) {
        try (var handrail = start(database)) {
            var first = receive(handrail, stalled("4711"));
            var again = receive(handrail, stalled("4711"));

            assertThat(first.alerts().getFirst().incident()).contains(new IncidentId(1));
            assertThat(again.alerts().getFirst().why()).isEqualTo("a duplicate");
            var view = view(handrail, 1);
            assertThat(view.state().position()).isEqualTo(new Position.Offered());
            assertThat(view.timeline())
                    .extracting(happened -> happened.event().getClass().getSimpleName())
                    .containsExactly("Opened", "AlertsJoined");
            assertThat(view.alerts().firing()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAnOfferedRun_whenManyPressAtOnce_thenOneIsTheResponderAndTheOthersAreToldWho(Database database)
            throws Exception {
        try (var handrail = start(database);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            receive(handrail, stalled("4711"));
            var runs = handrail.getBean(RunService.class);

            var answers = people.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Handled>>mapToObj(n -> () -> runs.handle(
                            new IncidentId(1), new Command.Acknowledge(new Person("U" + n, "P" + n)), () -> {}))
                    .toList());

            var done = 0;
            var refused = new java.util.ArrayList<Decision.Refusal>();
            for (var answer : answers) {
                switch (answer.get()) {
                    case Handled.Done _ -> done++;
                    case Handled.Refused told -> refused.add(told.refusal());
                }
            }
            assertThat(done).isEqualTo(1);
            assertThat(refused).hasSize(7).allMatch(refusal -> refusal instanceof Decision.Refusal.TakenBy);
            assertThat(view(handrail, 1).timeline())
                    .filteredOn(happened -> happened.event() instanceof RunEvent.Acknowledged)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAWalk_whenItsTimelineIsReplayed_thenItGivesTheStoredState(Database database) {
        try (var handrail = start(database)) {
            receive(handrail, stalled("4711"));
            handle(handrail, new Command.Acknowledge(ANA));
            clock.advance(Duration.ofMinutes(2));
            handle(handrail, new Command.TakeOver(BEN));
            var step = view(handrail, 1).state().step().orElseThrow();
            handle(handrail, new Command.SomethingElse(BEN, step, 1, "the disk \u0000 is \ud800 full"));

            var view = view(handrail, 1);
            assertThat(RunMachine.replay(view.timeline())).isEqualTo(view.state());
            var report = handrail.getBean(ChainVerifier.class).verify(handrail.getBean(RunReader.class)::head);
            assertThat(report.broken()).isEmpty();
            assertThat(report.entries()).isEqualTo(view.timeline().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenARunOfAReleaseThatKeptItsStateInAnotherForm_whenSomebodyGoesOn_thenItStandsWhereItsTimelineSays(
            Database database) {
        try (var handrail = start(database)) {
            receive(handrail, stalled("4711"));
            handle(handrail, new Command.Acknowledge(ANA));
            var before = view(handrail, 1).state();
            var runs = handrail.getBean(RunRepository.class);
            handrail.getBean(Transactions.class)
                    .run(() -> runs.change(List.of(emptied(runs.findById(1).orElseThrow()))));

            assertThat(view(handrail, 1).state()).isEqualTo(before);
            assertThat(handrail.getBean(RunReader.class).firstMisstated()).isEmpty();
            handle(handrail, new Command.TakeOver(BEN));
            assertThat(view(handrail, 1).state().position()).isEqualTo(before.position());
            assertThat(view(handrail, 1).state().responder()).contains(BEN);
            assertThat(runs.findById(1).orElseThrow().state()).isNotEmpty();
        }
    }

    private static RunRepository.Row emptied(RunRepository.Row row) {
        return new RunRepository.Row(
                row.incidentId(),
                row.openKey(),
                row.planHash(),
                "",
                row.head(),
                row.headHash(),
                row.closedAt(),
                row.dirtySince());
    }

    @ParameterizedTest
    @EnumSource
    void givenAClosedIncidentWhoseAlertStillFires_whenItComesTogetherWithANewOne_thenBothAreInOneIncident(
            Database database) {
        try (var handrail = start(database)) {
            receive(handrail, stalled("4711"));
            closeByHand(handrail);
            clock.advance(Duration.ofMinutes(40));

            var receipt = receive(handrail, stalled("4711"), stalled("4712"));

            assertThat(receipt.alerts())
                    .allSatisfy(placed -> assertThat(placed.incident()).contains(new IncidentId(1)));
            assertThat(view(handrail, 1).state().isOpen()).isTrue();
            assertThat(view(handrail, 1).alerts().firing()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAClosedIncident_whenItsAlertResolvesAndAnotherReopensIt_thenOnlyTheOtherFires(Database database) {
        try (var handrail = start(database)) {
            receive(handrail, stalled("4711"), stalled("4712"));
            closeByHand(handrail);
            receive(handrail, resolved(stalled("4711")), resolved(stalled("4712")));
            clock.advance(Duration.ofMinutes(10));

            receive(handrail, stalled("4713"));

            assertThat(view(handrail, 1).state().isOpen()).isTrue();
            assertThat(view(handrail, 1).alerts().firing()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAnAlertThatTwoIncidentsHaveHeld_whenItGoesBackToTheOlder_thenItIsWrittenOverThere(Database database) {
        try (var handrail = start(database)) {
            receive(handrail, strange("a", "one", "02:10"));
            close(handrail, 1);
            receive(handrail, resolved(strange("a", "one", "02:10")));
            receive(handrail, strange("b", "two", "02:11"));
            receive(handrail, strange("a", "two", "02:12"));
            close(handrail, 2);
            receive(handrail, resolved(strange("a", "two", "02:12")), resolved(strange("b", "two", "02:11")));

            var back = receive(handrail, strange("a", "one", "02:13"));

            assertThat(back.alerts().getFirst().incident()).contains(new IncidentId(1));
            assertThat(view(handrail, 1).alerts().total()).isEqualTo(1);
            assertThat(view(handrail, 1).alerts().firing()).isEqualTo(1);
        }
    }

    private static Alert strange(String name, String group, String start) {
        return new Alert(
                "test",
                group,
                new Fingerprint(name),
                Alert.Status.FIRING,
                Map.of("alertname", "NeverSeen"),
                Map.of(),
                Instant.parse("2026-11-21T" + start + ":00Z"),
                Optional.empty());
    }

    private static void close(ApplicationContext handrail, long incident) {
        var runs = handrail.getBean(RunService.class);
        runs.handle(new IncidentId(incident), new Command.TakePage(BEN), () -> {});
        runs.handle(new IncidentId(incident), new Command.Resolve(BEN, "restarted"), () -> {});
    }

    private static void closeByHand(ApplicationContext handrail) {
        handle(handrail, new Command.Escalate(ANA, "help"));
        handle(handrail, new Command.TakePage(BEN));
        handle(handrail, new Command.Resolve(BEN, "restarted"));
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoAlerts_whenOnlyOneResolves_thenTheIncidentStillFires(Database database) {
        try (var handrail = start(database)) {
            receive(handrail, stalled("4711"), stalled("4712"));
            receive(handrail, resolved(stalled("4711")));
            assertThat(view(handrail, 1).state().resolvedSince()).isEmpty();

            receive(handrail, resolved(stalled("4712")));
            assertThat(view(handrail, 1).state().resolvedSince()).isPresent();
            assertThat(view(handrail, 1).alerts().firing()).isZero();
        }
    }

    private static IncidentViewHolder view(ApplicationContext handrail, long id) {
        var view = handrail.getBean(RunReader.class).find(new IncidentId(id)).orElseThrow();
        return new IncidentViewHolder(view.state(), view.timeline(), view.alerts());
    }

    private record IncidentViewHolder(
            RunState state,
            List<dev.handrail.run.Happened> timeline,
            dev.handrail.incident.alerts.AlertSummary alerts) {}

    private static Handled handle(ApplicationContext handrail, Command command) {
        return handrail.getBean(RunService.class).handle(new IncidentId(1), command, () -> {});
    }

    private static Receipt receive(ApplicationContext handrail, Alert... alerts) {
        return handrail.getBean(AlertDesk.class).receive(new Incoming("test", "{}", List.of(alerts), Optional.empty()));
    }

    private static Alert stalled(String order) {
        var labels = Map.of("alertname", "OrderExportStalled", "flow", "order-to-erp", "order_id", order);
        return new Alert(
                "test",
                "group",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                Map.of("summary", "Orders wait"),
                Instant.parse("2026-11-21T02:10:00Z"),
                Optional.empty());
    }

    private static Alert resolved(Alert alert) {
        return new Alert(
                alert.source(),
                alert.groupKey(),
                alert.fingerprint(),
                Alert.Status.RESOLVED,
                alert.labels(),
                alert.annotations(),
                alert.startsAt(),
                Optional.of(Instant.parse("2026-11-21T02:20:00Z")));
    }

    private ApplicationContext start(Database database) {
        return ApplicationContext.builder()
                .properties(database.fresh())
                .properties(Map.of("handrail.runbooks", "runbooks"))
                .beanDefinitions(TestClock.of(clock))
                .start();
    }
}
