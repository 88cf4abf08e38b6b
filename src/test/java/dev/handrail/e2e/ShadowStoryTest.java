package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.run.desk.RunReader;
import dev.handrail.runbook.current.CurrentLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A team tries Handrail beside what it has: everything is decided, and nobody is told. */
@Waiting
class ShadowStoryTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void givenAFlowThatIsOnlyWatched_whenItsAlertsFire_thenAllIsRecordedAndNothingIsInSlack(Database database)
            throws IOException {
        try (var handrail = RunningHandrail.on(
                database, Map.of("handrail.runbooks", watched().toString()))) {
            handrail.fires("OrderStuck", Map.of("flow", "order-to-erp", "order_id", "7"));
            handrail.fires("NeverSeen", Map.of("flow", "order-to-erp"));
            handrail.passes(Duration.ofMinutes(30));
            handrail.slack()
                    .await(
                            "all to be delivered",
                            () -> handrail.bean(RunReader.class).undelivered(1).isEmpty());

            assertThat(handrail.incident(1).path("shadow").asBoolean()).isTrue();
            assertThat(handrail.incident(1).path("runbook").asText()).isEqualTo("order-stuck");
            assertThat(handrail.timeline(2)).contains("opened", "escalated", "level_told");
            assertThat(handrail.slack().as("U01ANA").inChannel("#order-flows").messages())
                    .isEmpty();
            assertThat(handrail.slack().as("U01ANA").inDirectMessages().messages())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAFlowThatWasOnlyWatched_whenItIsNoLonger_thenWhatStillFiresIsToldOf(Database database)
            throws IOException {
        try (var handrail = RunningHandrail.on(
                database, Map.of("handrail.runbooks", watched().toString()))) {
            handrail.fires("OrderStuck", Map.of("flow", "order-to-erp", "order_id", "7"));
            SmallLibrary.in(temp, "shadow: false", "");
            handrail.slack()
                    .await(
                            "the library to be read again",
                            () -> !handrail.bean(CurrentLibrary.class)
                                    .library()
                                    .catalogue()
                                    .flow("order-to-erp")
                                    .orElseThrow()
                                    .alerting()
                                    .shadow());

            handrail.fires("OrderStuck", Map.of("flow", "order-to-erp", "order_id", "7"));

            assertThat(handrail.incident(2).path("shadow").asBoolean()).isFalse();
            assertThat(handrail.card("U01ANA", "#order-flows", "Orders are stuck")
                            .readable())
                    .contains("Nobody is on it yet");
        }
    }

    private Path watched() throws IOException {
        return SmallLibrary.in(temp, "shadow: true", "");
    }
}
