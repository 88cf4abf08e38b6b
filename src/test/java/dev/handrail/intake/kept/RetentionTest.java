package dev.handrail.intake.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.JdbcPayloads;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.intake.settings.IntakeSettings;
import dev.handrail.platform.Database;
import dev.handrail.platform.SettableClock;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

            new Retention(payloads, context.getBean(IntakeSettings.class), new SettableClock(NOON)).deleteAll();

            assertThat(payloads.count()).isEqualTo(3);
            assertThat(payloads.quarantined(10))
                    .extracting(PayloadRepository.Row::source)
                    .containsExactly("ledger", "shop", "alertmanager");
        }
    }

    private static PayloadRepository.Row row(String source, Duration age) {
        return new PayloadRepository.Row(null, source, NOON.minus(age), "{}", "a problem", null, null);
    }
}
