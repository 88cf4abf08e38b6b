package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.slack.HandrailFixture;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Rows rows = new Rows();
    private final Inbox inbox = new Inbox(rows, InstantSource.fixed(NOON), (_, _) -> Optional.empty());

    @Test
    void givenAWorkerThatIsFaster_whenSomethingIsTaken_thenItsPresserCanStillBeAnswered() {
        rows.meanwhile = () -> {
            assertThat(inbox.open(Set.of(), 1)).singleElement().matches(inbox::isFresh);
            assertThat(inbox.trigger(inbox.open(Set.of(), 1).getFirst())).contains("trigger");
            inbox.forget(inbox.open(Set.of(), 1).getFirst());
        };
        inbox.take(request());

        assertThat(inbox.open(Set.of(), 1)).singleElement().matches(item -> !inbox.isFresh(item));
    }

    @Test
    void givenWhatIsThereAlready_whenItComesAgain_thenItIsNotFreshAnyMore() {
        inbox.take(request());
        inbox.forget(inbox.open(Set.of(), 1).getFirst());
        inbox.take(request());

        assertThat(inbox.open(Set.of(), 1)).singleElement().matches(item -> !inbox.isFresh(item));
    }

    @ParameterizedTest(name = "{0} ms later: {1}")
    @CsvSource({"0, false", "2900, false", "3000, true", "60000, true", "-1000, false", "-60000, true"})
    void givenTwoReplicas_whenOneTakesAPress_thenTheOtherLeavesItForAWhile(long later, boolean theirs) {
        var clock = InstantSource.fixed(NOON.plusMillis(later));
        var other = new Inbox(rows, clock, (_, _) -> Optional.empty());
        inbox.take(request());

        assertThat(inbox.open(Set.of(), 1)).singleElement().matches(inbox::isOurs);
        assertThat(other.isOurs(other.open(Set.of(), 1).getFirst())).isEqualTo(theirs);
    }

    private static Received.Request request() {
        var asked = new Asked.Mentioned(HandrailFixture.ANA, new Asked.Spot("C01ORDERS", Optional.empty()));
        return new Received.Request(asked, "the same", Optional.of("trigger"));
    }

    /** Rows in memory, with a look at them in the moment in which one is committed. */
    private static final class Rows implements InboxRepository {
        private final List<Row> stored = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public int add(String dedupe, long incidentId, String body, Instant receivedAt) {
            if (find(dedupe).isPresent()) {
                return 0;
            }
            stored.add(new Row(stored.size() + 1L, dedupe, incidentId, body, receivedAt, null, 0, null));
            meanwhile.run();
            return 1;
        }

        @Override
        public Optional<Row> find(String dedupe) {
            return stored.stream().filter(row -> row.dedupe().equals(dedupe)).findFirst();
        }

        @Override
        public List<Row> open(Set<Long> except, int limit) {
            return List.copyOf(stored);
        }

        @Override
        public int markHandled(long id, Instant at) {
            return 1;
        }

        @Override
        public int noteFailure(long id) {
            return 1;
        }

        @Override
        public int giveUp(long id, String error) {
            return 1;
        }
    }
}
