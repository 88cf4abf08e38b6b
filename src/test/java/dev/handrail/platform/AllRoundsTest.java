package dev.handrail.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AllRoundsTest {
    private static final String SPEC = "AllRoundsTest";

    @Test
    void givenWhatRecurs_whenHandrailEnds_thenNothingRecursOnceAnythingIsGone() {
        try (var context = ApplicationContext.builder()
                .properties(Database.H2.fresh())
                .properties(Map.of("spec.name", SPEC))
                .start()) {
            var recurs = context.getBean(Recurs.class);
            context.getBean(AllRounds.class).begin(mock(ServerStartupEvent.class));
            await().until(() -> recurs.turns.get() > 0);

            context.stop();

            assertThat(recurs.late).hasValue(0);
        }
    }

    @Singleton
    @Requires(property = "spec.name", value = SPEC)
    static final class Recurs implements Recurring {
        private final AtomicInteger turns = new AtomicInteger();
        private final AtomicInteger late = new AtomicInteger();
        private final Rounds rounds = new Rounds("test", Duration.ofMillis(1), this::turn);
        private volatile boolean gone;

        private void turn() {
            turns.incrementAndGet();
            if (gone) {
                late.incrementAndGet();
            }
        }

        @Override
        public Rounds rounds() {
            return rounds;
        }

        /** Stays gone for long enough that what wrongly recurs would have done so. */
        @PreDestroy
        void stop() {
            gone = true;
            await().during(Duration.ofMillis(100)).until(() -> gone);
        }
    }
}
