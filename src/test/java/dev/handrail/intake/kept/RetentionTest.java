package dev.handrail.intake.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.JdbcPayloads;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.incident.storm.StormSettings;
import dev.handrail.intake.settings.IntakeSettings;
import dev.handrail.platform.Database;
import dev.handrail.platform.SettableClock;
import dev.handrail.platform.Transactions;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.reception.Incoming;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path sources;

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenOldPayloads_whenTheirTimeIsOver_thenTheyAreDeletedEachAfterItsSourcesTime(Database database)
            throws IOException {
        Files.writeString(sources.resolve("shop.yml"), "extends: alertmanager\nkeep_for: 1d\n");
        Files.writeString(sources.resolve("ledger.yml"), "extends: alertmanager\nkeep_for: 365d\n");
        var properties = new HashMap<>(database.fresh());
        properties.put("handrail.sources", sources.toString());
        properties.put("handrail.runbooks", "runbooks");
        properties.put("slack.enabled", false);
        try (var context = ApplicationContext.builder().properties(properties).start()) {
            var payloads = context.getBean(PayloadRepository.class);
            var rows = context.getBean(JdbcPayloads.class);
            rows.add(IntStream.range(0, 1_200)
                    .mapToObj(_ -> row("alertmanager", Duration.ofDays(31)))
                    .toList());
            rows.add(List.of(
                    row("alertmanager", Duration.ofDays(29)),
                    row("shop", Duration.ofHours(25)),
                    row("shop", Duration.ofHours(23)),
                    row("ledger", Duration.ofDays(364)),
                    row("a-source-that-is-gone", Duration.ofDays(31))));

            retention(context).deleteAll();

            assertThat(payloads.count()).isEqualTo(3);
            assertThat(sources(context)).containsExactlyInAnyOrder("ledger", "shop", "alertmanager");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenWhatIsOver_whenItsTimeIs_thenItIsDeletedAndWhatIsOpenOrOfAnIncidentStays(Database database) {
        var properties = new HashMap<>(database.fresh());
        properties.put("handrail.runbooks", "runbooks");
        properties.put("handrail.inbox.keep.for", "2d");
        properties.put("slack.enabled", false);
        try (var context = ApplicationContext.builder().properties(properties).start()) {
            context.getBean(AlertDesk.class)
                    .receive(new Incoming("shop", "{}", List.of(alert("A", Alert.Status.FIRING)), Optional.empty()));
            context.getBean(AlertDesk.class)
                    .receive(new Incoming("shop", "{}", List.of(alert("B", Alert.Status.RESOLVED)), Optional.empty()));
            write(context, "update alert set reported_at = ?", Duration.ofDays(31));
            write(context, "update storm_trace set opened_at = ?", Duration.ofDays(8));
            write(context, "insert into inbox values (1, 'done', 0, '', ?, now(), 0, null)", Duration.ofDays(3));
            write(context, "insert into inbox values (2, 'given up', 0, '', ?, null, 9, 'x')", Duration.ofDays(3));
            write(context, "insert into inbox values (3, 'open', 0, '', ?, null, 0, null)", Duration.ofDays(3));
            write(context, "insert into inbox values (4, 'new', 0, '', ?, now(), 0, null)", Duration.ofDays(1));

            retention(context).deleteAll();

            var alerts = context.getBean(AlertRepository.class);
            assertThat(context.getBean(Transactions.class).read(() -> alerts.latest(10)))
                    .singleElement()
                    .matches(alert -> alert.incident().isPresent());
            assertThat(counted(context, "inbox")).isEqualTo(2);
            assertThat(counted(context, "storm_trace")).isZero();
            assertThat(counted(context, "timeline")).isPositive();
        }
    }

    private static Retention retention(ApplicationContext context) {
        return new Retention(
                context.getBean(PayloadRepository.class),
                context.getBean(ExpiredRepository.class),
                context.getBean(IntakeSettings.class),
                StormSettings.DEFAULT,
                new SettableClock(NOON));
    }

    private static Alert alert(String name, Alert.Status status) {
        var labels = Map.of("alertname", name);
        return new Alert(
                "shop",
                name,
                Fingerprint.of(labels),
                status,
                labels,
                Map.of(),
                NOON.minusSeconds(60),
                Optional.empty());
    }

    private static void write(ApplicationContext context, String sql, Duration age) {
        var database = context.getBean(JdbcOperations.class);
        context.getBean(Transactions.class)
                .run(() -> database.prepareStatement(sql, statement -> {
                    statement.setObject(1, NOON.minus(age).atOffset(ZoneOffset.UTC));
                    return statement.executeUpdate();
                }));
    }

    private static List<String> sources(ApplicationContext context) {
        var database = context.getBean(JdbcOperations.class);
        return context.getBean(Transactions.class)
                .read(() -> database.prepareStatement("select source from payload", statement -> {
                    var found = new ArrayList<String>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                    }
                    return found;
                }));
    }

    private static long counted(ApplicationContext context, String table) {
        var database = context.getBean(JdbcOperations.class);
        return context.getBean(Transactions.class)
                .read(() -> database.prepareStatement("select count(*) from " + table, statement -> {
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                }));
    }

    private static PayloadRepository.Row row(String source, Duration age) {
        return new PayloadRepository.Row(null, source, NOON.minus(age), "{}", "a problem", null, null);
    }
}
