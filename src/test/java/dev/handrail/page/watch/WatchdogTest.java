package dev.handrail.page.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.notice.Matter;
import dev.handrail.notice.Notice;
import dev.handrail.notice.NoticeBook;
import dev.handrail.notice.Topic;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.SettableClock;
import dev.handrail.platform.TestClock;
import dev.handrail.platform.Waiting;
import dev.handrail.run.Command;
import dev.handrail.run.RunState;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.run.reception.Incoming;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no clock brings back, because its row or its deadline is gone. */
@Waiting
class WatchdogTest {
    private static final Person ANA = new Person("U01ANA", "Ana");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:14:00Z"));

    @ParameterizedTest
    @EnumSource
    void givenAClockThatWasLost_whenTheWatchdogLooks_thenItIsSetAnewAndTheOperatorsAreTold(Database database)
            throws SQLException {
        try (var handrail = start(database)) {
            var lost = fires(handrail, "Lost");
            var kept = fires(handrail, "Kept");
            handrail.getBean(Watchdog.class).look();
            assertThat(told(handrail)).as("while all have a clock").isEmpty();
            sql(handrail, "delete from scheduled_tasks where task_instance like '" + lost.value() + ".%'");

            handrail.getBean(Watchdog.class).look();

            assertThat(told(handrail))
                    .extracting(Matter.Stranded::incident, Matter.Stranded::armed)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(lost.value(), true));
            var view = handrail.getBean(RunReader.class).find(lost).orElseThrow();
            assertThat(strikeAt(handrail, lost))
                    .isEqualTo(RunMachine.deadline(view.plan(), view.state()).orElseThrow());

            handrail.getBean(Watchdog.class).look();
            assertThat(told(handrail)).as("once it is mended").isEmpty();
            assertThat(strikeAt(handrail, kept)).isAfter(clock.instant());
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAStateWithoutADeadline_whenItLasts_thenTheOperatorsAreToldOnceAnHour(Database database)
            throws SQLException {
        try (var handrail = start(database)) {
            var id = fires(handrail, "Nobody knows it");
            strand(handrail, id);

            handrail.getBean(Watchdog.class).look();
            clock.advance(Duration.ofMinutes(30));
            handrail.getBean(Watchdog.class).look();

            assertThat(told(handrail))
                    .extracting(Matter.Stranded::incident, Matter.Stranded::armed)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(id.value(), false));
            assertThat(notices(handrail)).hasSize(1);
            clock.advance(Duration.ofMinutes(31));
            handrail.getBean(Watchdog.class).look();
            handrail.getBean(Watchdog.class).look();
            assertThat(notices(handrail)).hasSize(2);
            assertThat(told(handrail)).hasSize(1);

            handrail.getBean(RunService.class).handle(id, new Command.TakePage(ANA), () -> {});
            handrail.getBean(Watchdog.class).look();
            assertThat(told(handrail)).as("once somebody has it").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void givenAPartOfAStorm_whenItWaitsWithoutADeadline_thenItDoesSoRightly(Database database) throws SQLException {
        try (var handrail = start(database)) {
            var storm = fires(handrail, "Storm");
            var part = fires(handrail, "Part");
            handrail.getBean(RunService.class).handle(part, new Command.Gather(storm, "a test"), () -> {});
            sql(handrail, "delete from scheduled_tasks where task_instance like '" + part.value() + ".%'");

            handrail.getBean(Watchdog.class).look();

            assertThat(strikeAt(handrail, part)).as("but it does have an end").isAfter(clock.instant());
        }
    }

    /** No release has ever stored such a state: this is what a bug would look like. */
    private static void strand(ApplicationContext handrail, IncidentId id) throws SQLException {
        RunState state =
                handrail.getBean(RunReader.class).find(id).orElseThrow().state();
        var broken = Json.write(state.with(state.attention().tellingNobody()));
        sql(handrail, "update run set state = '%s' where incident_id = %d".formatted(broken, id.value()));
        sql(handrail, "delete from scheduled_tasks where task_name = 'clock'");
    }

    private static List<Notice> notices(ApplicationContext handrail) {
        return handrail.getBean(NoticeBook.class).undelivered(100).stream()
                .filter(notice -> notice.topic() == Topic.STRANDED)
                .toList();
    }

    private static List<Matter.Stranded> told(ApplicationContext handrail) {
        return notices(handrail).stream()
                .flatMap(notice -> notice.open().stream())
                .map(entry -> (Matter.Stranded) entry.matter())
                .toList();
    }

    private static void sql(ApplicationContext handrail, String sql) throws SQLException {
        try (var connection = connect(handrail);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private static Instant strikeAt(ApplicationContext handrail, IncidentId id) throws SQLException {
        try (var connection = connect(handrail);
                var rows = connection
                        .createStatement()
                        .executeQuery("select execution_time from scheduled_tasks where task_instance like '"
                                + id.value() + ".%'")) {
            assertThat(rows.next()).isTrue();
            Timestamp at = rows.getTimestamp(1);
            return at.toInstant();
        }
    }

    private static Connection connect(ApplicationContext handrail) throws SQLException {
        return io.micronaut.data.connection.jdbc.advice.DelegatingDataSource.unwrapDataSource(
                        handrail.getBean(DataSource.class))
                .getConnection();
    }

    private static IncidentId fires(ApplicationContext handrail, String name) {
        var labels = Map.of("alertname", name);
        var alert = new Alert(
                "test",
                name,
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                Map.of(),
                Instant.parse("2026-11-21T02:10:00Z"),
                Optional.empty());
        return handrail.getBean(AlertDesk.class)
                .receive(new Incoming("test", name, List.of(alert), Optional.empty()))
                .alerts()
                .getFirst()
                .incident()
                .orElseThrow();
    }

    private ApplicationContext start(Database database) {
        return ApplicationContext.builder()
                .properties(database.fresh())
                .properties(Map.of("handrail.runbooks", "runbooks"))
                .beanDefinitions(TestClock.of(clock))
                .start();
    }
}
