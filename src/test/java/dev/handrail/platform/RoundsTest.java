package dev.handrail.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final LinkedBlockingQueue<Integer> turns = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void givenALongPause_whenWoken_thenTheNextTurnComesAtOnce() throws InterruptedException {
        try (var rounds = new Rounds("test", Duration.ofHours(1), () -> turns.add(count.incrementAndGet()))) {
            rounds.start();
            assertThat(turns.poll(10, SECONDS)).isEqualTo(1);

            rounds.wake();

            assertThat(turns.poll(10, SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void givenATurnThatFails_thenTheNextIsDoneAllTheSame() throws InterruptedException {
        try (var rounds = new Rounds("test", Duration.ofMillis(1), this::failAtFirst)) {
            rounds.start();

            assertThat(turns.poll(10, SECONDS)).isEqualTo(2);
        }
    }

    @Test
    void givenATurnUnderWay_whenClosed_thenItIsWaitedFor() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var rounds = new Rounds("test", Duration.ofHours(1), () -> turn(goOn));
        rounds.start();
        assertThat(turns.poll(10, SECONDS)).isEqualTo(1);
        var closing = Thread.ofVirtual().start(rounds::close);
        goOn.countDown();
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();

        assertThat(turns).containsExactly(2);
    }

    private void turn(CountDownLatch goOn) {
        turns.add(count.incrementAndGet());
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a turn that is under way is not interrupted", e);
        }
        turns.add(count.incrementAndGet());
    }

    private void failAtFirst() {
        if (count.incrementAndGet() == 1) {
            throw new IllegalStateException("the first turn fails");
        }
        turns.add(count.get());
    }
}
