package dev.handrail.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RightOfWayTest {
    private final RightOfWay way = new RightOfWay();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void givenNobodyIsUrgent_whenSomebodyMakesWay_thenTheyGoOnAtOnce() {
        way.makeWay();

        assertThat(way.<String>first(() -> "taken")).isEqualTo("taken");
    }

    @Test
    void givenSomethingUrgentIsUnderWay_whenAnotherMakesWay_thenItGoesOnOnceThatIsDone() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var urgent = Thread.ofVirtual()
                .start(() -> way.first(() -> {
                    begun.countDown();
                    var other = Thread.ofVirtual().start(() -> makesWay("other"));
                    awaitWaiting(other);
                    return done.add("urgent");
                }));
        begun.await();
        urgent.join();

        assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo("urgent");
        assertThat(done.poll(5, TimeUnit.SECONDS)).isEqualTo("other");
    }

    @Test
    void givenSomethingUrgentTakesLong_whenAnotherMakesWay_thenItDoesNotWaitForThat() {
        way.first(() -> {
            makesWay("other");
            return done.add("urgent");
        });

        assertThat(done).containsExactly("other", "urgent");
    }

    @Test
    void givenSomethingUrgentHasFailed_whenAnotherMakesWay_thenNothingIsInItsWay() {
        assertThatThrownBy(() -> way.first(() -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        var began = System.nanoTime();
        IntStream.range(0, 500).forEach(_ -> way.makeWay());

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    private void makesWay(String who) {
        way.makeWay();
        done.add(who);
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
