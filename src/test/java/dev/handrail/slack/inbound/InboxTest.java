package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.slack.HandrailFixture;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Rows rows = new Rows();
    private final Inbox inbox = new Inbox(rows, InstantSource.system(), (_, _) -> Optional.empty());

    @Test
    void givenAWorkerThatIsFaster_whenSomethingIsTaken_thenItsPresserCanStillBeAnswered() {
        rows.meanwhile = () -> {
            assertThat(inbox.open(1)).singleElement().matches(inbox::isFresh);
            assertThat(inbox.trigger(inbox.open(1).getFirst())).contains("trigger");
            inbox.forget(inbox.open(1).getFirst());
        };
        inbox.take(request());

        assertThat(inbox.open(1)).singleElement().matches(item -> !inbox.isFresh(item));
    }

    @Test
    void givenWhatIsThereAlready_whenItComesAgain_thenItIsNotFreshAnyMore() {
        inbox.take(request());
        inbox.forget(inbox.open(1).getFirst());
        inbox.take(request());

        assertThat(inbox.open(1)).singleElement().matches(item -> !inbox.isFresh(item));
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
        public List<Row> open(int limit) {
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
