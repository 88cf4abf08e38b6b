package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InboxRepositoryTest {
    private static final Set<Long> NONE = Set.of(-1L);
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");

    @ParameterizedTest
    @EnumSource
    void givenTheSameThingTwice_whenItIsAdded_thenItIsThereOnceAndDoneOnce(Database database) {
        try (var context =
                ApplicationContext.builder().properties(database.fresh()).start()) {
            var rows = context.getBean(InboxRepository.class);

            assertThat(rows.add("a", 1, "{}", NOW)).isEqualTo(1);
            assertThat(rows.add("a", 1, "{}", NOW)).isZero();
            assertThat(rows.add("b", 2, "{}", NOW)).isEqualTo(1);
            assertThat(rows.open(NONE, 10))
                    .extracting(InboxRepository.Row::dedupe)
                    .containsExactly("a", "b");
            assertThat(rows.open(Set.of(1L, 7L), 10))
                    .extracting(InboxRepository.Row::dedupe)
                    .containsExactly("b");

            var id = rows.open(NONE, 10).getFirst().id();
            assertThat(rows.markHandled(id == null ? 0 : id, NOW)).isEqualTo(1);
            assertThat(rows.markHandled(id == null ? 0 : id, NOW)).isZero();
            var other = rows.open(NONE, 10).getFirst().id();
            rows.noteFailure(other == null ? 0 : other);
            assertThat(rows.open(NONE, 10).getFirst().failures()).isEqualTo(1);
            rows.giveUp(other == null ? 0 : other, "why");
            assertThat(rows.open(NONE, 10)).isEmpty();
        }
    }
}
