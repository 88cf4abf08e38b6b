package dev.handrail.page.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.page.take.ServiceKeys;
import dev.handrail.page.trial.TrialRepository.Row;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Transactions;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {
    private static final Instant NOW = Instant.parse("2126-11-21T02:14:00Z");

    @Test
    void givenAMessageThatCannotBeSent_whenAPageIsConfirmed_thenItIsConfirmedAllTheSameAndDueToBeResolved()
            throws InterruptedException {
        try (var handrail =
                ApplicationContext.builder().properties(Database.H2.fresh()).start()) {
            var trials = handrail.getBean(TrialRepository.class);
            var told = new ArrayBlockingQueue<String>(9);
            TrialWitness broken = (_, _) -> {
                told.add(Thread.currentThread().isVirtual() ? "its own thread" : "the caller's thread");
                throw new IllegalStateException("nobody listens");
            };
            TrialWitness works = (trial, after) -> told.add(trial.by().name() + " after " + after.toSeconds() + " s");
            var confirmations = new Confirmations(
                    trials,
                    handrail.getBean(ServiceKeys.class),
                    List.of(broken, works),
                    handrail.getBean(Resolver.class),
                    handrail.getBean(Transactions.class),
                    InstantSource.fixed(NOW.plusSeconds(7)));
            var contact = Json.write(new Contact.PagerDuty("DUTY_KEY"));
            var sent = trials.save(
                    new Row(null, "U01ANA", "Ana", contact, Sha256.of("token"), NOW, null, NOW.plusSeconds(300)));

            assertThat(confirmations.confirm("token")).isPresent();
            assertThat(confirmations.confirm("token")).as("the second time").isPresent();

            assertThat(told.poll(9, TimeUnit.SECONDS)).isEqualTo("its own thread");
            assertThat(told.poll(9, TimeUnit.SECONDS)).isEqualTo("Ana after 7 s");
            assertThat(told).isEmpty();
            assertThat(trials.findById(sent.number()))
                    .hasValueSatisfying(row -> assertThat(row.confirmedAt()).isEqualTo(NOW.plusSeconds(7)))
                    .hasValueSatisfying(row -> assertThat(row.resolveAt()).isEqualTo(NOW.plusSeconds(7)));
            confirmations.stop();
        }
    }
}
