package dev.handrail.slack.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentRepository;
import dev.handrail.platform.Database;
import dev.handrail.slack.deliver.SlotRepository.Row;
import dev.handrail.slack.gateway.Outcome;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlotRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");

    @ParameterizedTest
    @EnumSource
    void givenASlot_whenItIsIntendedAndShown_thenItsRowSaysSo(Database database) {
        try (var context =
                ApplicationContext.builder().properties(database.fresh()).start()) {
            var incident = context.getBean(IncidentRepository.class)
                    .save(new IncidentRepository.Row(null, "key", "title", "HIGH", null, "#c", "why", NOW));
            var id = incident.id() == null ? 0 : incident.id();
            var rows = context.getBean(SlotRepository.class);

            var intent = rows.save(Row.of(id, "root").intending("#c", "hash", NOW));
            assertThat(rows.of(id)).containsExactly(intent);
            var shown = rows.update(intent.shown(new Outcome.Sent("C1", "1.2"), "hash"));

            assertThat(rows.of(id)).containsExactly(shown);
            assertThat(shown.message()).contains(new Outcome.Sent("C1", "1.2"));
            assertThat(shown.isIntent()).isFalse();
        }
    }
}
