package dev.handrail.intake.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.handrail.incident.JdbcPayloads;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.platform.Database;
import dev.handrail.platform.Transactions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnplacedTest {
    private static final Instant BEFORE = Instant.parse("2026-11-20T12:00:00Z");
    private static final String FIRING = """
            {"version": "4", "status": "firing", "alerts": [{"status": "firing", "labels": {"alertname": "Left"}, "startsAt": "2026-11-20T11:59:00Z"}]}""";

    @ParameterizedTest
    @EnumSource
    void givenWhatACrashLeft_whenHandrailLooks_thenTheGoodIsPlacedAndTheRestWaitsInTheQuarantine(Database database) {
        try (var handrail = start(database)) {
            var numbers = handrail.getBean(Transactions.class)
                    .write(() -> handrail.getBean(JdbcPayloads.class)
                            .add(List.of(
                                    row("alertmanager", "{\"version\": \"4\", \"alerts\": \"none\"}"),
                                    row("gone", FIRING),
                                    row("alertmanager", "not JSON"),
                                    row("alertmanager", FIRING))));
            mark(handrail, numbers);

            handrail.getBean(Unplaced.class).look();
            handrail.getBean(Unplaced.class).look();

            await().untilAsserted(() -> assertThat(marks(handrail)).isZero());
            assertThat(alerts(handrail)).singleElement().satisfies(alert -> {
                assertThat(alert.incident()).isPresent();
                assertThat(alert.report().payload()).isEqualTo(numbers.getLast());
            });
            assertThat(handrail.getBean(PayloadRepository.class).quarantined(10))
                    .extracting(PayloadRepository.Row::number)
                    .containsExactlyInAnyOrderElementsOf(numbers.subList(0, 3));
        }
    }

    private static PayloadRepository.Row row(String source, String body) {
        return new PayloadRepository.Row(null, source, BEFORE, body, null, null, null);
    }

    private static void mark(ApplicationContext handrail, List<Long> payloads) {
        handrail.getBean(Transactions.class)
                .run(() -> handrail.getBean(JdbcOperations.class)
                        .prepareStatement("insert into unplaced (payloads, kept_at) values (?, ?)", insert -> {
                            insert.setString(1, payloads.toString());
                            insert.setObject(2, BEFORE.atOffset(ZoneOffset.UTC));
                            return insert.executeUpdate();
                        }));
    }

    private static long marks(ApplicationContext handrail) {
        return handrail.getBean(Transactions.class)
                .read(() -> handrail.getBean(JdbcOperations.class)
                        .prepareStatement("select count(*) from unplaced", query -> {
                            try (var rows = query.executeQuery()) {
                                rows.next();
                                return rows.getLong(1);
                            }
                        }));
    }

    private static List<KeptAlert> alerts(ApplicationContext handrail) {
        return handrail.getBean(Transactions.class)
                .read(() -> handrail.getBean(AlertRepository.class).latest(10));
    }

    private static ApplicationContext start(Database database) {
        return ApplicationContext.builder()
                .properties(database.fresh())
                .properties(Map.of("handrail.runbooks", "runbooks", "slack.enabled", false))
                .start();
    }
}
