package dev.handrail.slack.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.handrail.platform.Database;
import dev.handrail.platform.Transactions;
import dev.handrail.platform.Waiting;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Waiting
class LeaseTest {
    @ParameterizedTest
    @EnumSource
    void givenTheRow_whenItChangesHands_thenOneHasItAtATime(Database database) {
        try (var context =
                ApplicationContext.builder().properties(database.fresh()).start()) {
            var rows = context.getBean(LeaseRepository.class);

            assertThat(rows.take("one", 8)).isEqualTo(1);
            assertThat(rows.take("other", 8)).isZero();
            assertThat(rows.renew("other", 8, "{}")).isZero();
            assertThat(rows.renew("one", 8, "what one knows")).isEqualTo(1);
            assertThat(rows.giveBack("other", "{}")).isZero();
            assertThat(rows.giveBack("one", "the last of it")).isEqualTo(1);
            assertThat(rows.take("other", -1)).isEqualTo(1);
            assertThat(rows.read().epoch()).isEqualTo(2);
            assertThat(rows.read().memory()).isEqualTo("the last of it");
            assertThat(rows.take("one", 8)).as("its time is over").isEqualTo(1);
        }
    }

    @Test
    void givenTwoHolders_whenOneGivesBack_thenTheOtherKnowsWhatItKnewAndTheFirstStoresNothingMore() {
        try (var context = ApplicationContext.builder()
                .properties(Database.POSTGRESQL.fresh())
                .start()) {
            var knowing = new Known();
            var one = lease(context, new Known());
            var other = lease(context, knowing);
            one.start();
            await().atMost(Duration.ofSeconds(10)).until(one::isHeld);
            other.start();
            assertThat(one.store(() -> "stored")).isEqualTo("stored");
            assertThat(other.isHeld()).isFalse();
            one.close();
            await().atMost(Duration.ofSeconds(10)).until(other::isHeld);

            assertThat(knowing.read).containsExactly("written true");
            assertThatThrownBy(() -> one.store(() -> "late")).isInstanceOf(LeaseLostException.class);
            other.close();
        }
    }

    @Test
    void givenAHolderThatStores_whenItStoresMoreBeforeThatIsDone_thenNeitherWaits() throws Exception {
        try (var context = ApplicationContext.builder()
                        .properties(Database.POSTGRESQL.fresh())
                        .start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = lease(context, new Known());
            one.start();
            await().atMost(Duration.ofSeconds(10)).until(one::isHeld);

            var beside = one.store(() -> joined(threads.submit(() -> one.store(() -> "beside it"))));

            assertThat(beside).isEqualTo("beside it");
            one.close();
        }
    }

    @Test
    void givenAHolderThatStores_whenItRenewsBeforeThatIsDone_thenItDoesNotWait() throws Exception {
        try (var context = ApplicationContext.builder()
                        .properties(Database.POSTGRESQL.fresh())
                        .start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rows = context.getBean(LeaseRepository.class);
            var transactions = context.getBean(Transactions.class);
            rows.take("one", 8);

            var renewed = transactions.write(() -> {
                rows.share();
                return joined(threads.submit(() -> rows.renew("one", 8, "{}")));
            });

            assertThat(renewed).isEqualTo(1);
        }
    }

    @Test
    void givenAHolderThatStoresForTooLong_whenAnotherTakesOver_thenItWaitsUntilThatIsStored() {
        try (var context = ApplicationContext.builder()
                .properties(Database.POSTGRESQL.fresh())
                .start()) {
            var rows = context.getBean(LeaseRepository.class);
            var transactions = context.getBean(Transactions.class);
            rows.take("one", -1);
            var other = lease(context, new Known());

            transactions.run(() -> {
                rows.share();
                other.start();
                await().during(Duration.ofMillis(500)).until(() -> !other.isHeld());
            });

            await().atMost(Duration.ofSeconds(10)).until(other::isHeld);
            other.close();
        }
    }

    private static <T> T joined(Future<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("it should have been done at once", e);
        }
    }

    private static SharedLease lease(ApplicationContext context, Lease.Memory memory) {
        return new SharedLease(
                context.getBean(LeaseRepository.class),
                context.getBean(Transactions.class),
                memory,
                new SharedLease.Terms(Duration.ofSeconds(4), true));
    }

    private static final class Known implements Lease.Memory {
        private final List<String> read = new ArrayList<>();

        @Override
        public String written() {
            return "written";
        }

        @Override
        public void read(String written, boolean wasGivenBack) {
            read.add(written + " " + wasGivenBack);
        }
    }
}
