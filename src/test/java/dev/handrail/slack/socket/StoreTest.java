package dev.handrail.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoreTest {
    @Test
    void givenADatabaseThatAnswers_whenAsked_thenNothingIsWrong() {
        assertThat(new Store(() -> {}).fault()).isEmpty();
    }

    @Test
    void givenADatabaseThatRefuses_whenAsked_thenItsWordsAreTheFault() {
        var store = new Store(() -> {
            throw new IllegalStateException("connection refused");
        });

        assertThat(store.fault()).hasValueSatisfying(why -> assertThat(why).contains("connection refused"));
    }

    @Test
    void givenADatabaseThatHangs_whenAskedAgain_thenOneQuestionWaitsForItsAnswer() {
        var goOn = new CountDownLatch(1);
        var questions = new AtomicInteger();
        var store = new Store(() -> {
            questions.incrementAndGet();
            await(goOn);
        });

        assertThat(store.fault()).hasValueSatisfying(why -> assertThat(why).contains("has not answered within 1 s"));
        assertThat(store.fault()).isPresent();
        assertThat(questions).hasValue(1);
        goOn.countDown();

        assertThat(store.fault()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
