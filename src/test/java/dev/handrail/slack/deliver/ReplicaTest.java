package dev.handrail.slack.deliver;

import static dev.handrail.slack.HandrailFixture.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.run.Command;
import dev.handrail.run.desk.RunReader;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import dev.handrail.slack.lease.Lease;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two Handrails on one database, of which one dies while it writes to Slack. */
@Waiting
class ReplicaTest {
    private static final String FLOW = "#order-flows";

    @Test
    void givenTwoReplicas_whenTheOneThatDeliversIsKilled_thenTheOtherGoesOnAndNothingStandsThereTwice() {
        var properties = new HashMap<>(Database.POSTGRESQL.fresh());
        properties.put("slack.lease.life", "4s");
        try (var handrail = new HandrailFixture(Budgets.unlimited(), properties);
                var other = handrail.startReplica().getApplicationContext()) {
            handrail.slack.await(
                    "one to deliver", () -> handrail.bean(Lease.class).isHeld());
            var first = handrail.fires("first");
            handrail.awaitDelivered();
            assertThat(other.getBean(Lease.class).isHeld()).isFalse();

            handrail.slack.fault(Map.of("method", "chat.postMessage", "kind", "slow", "millis", 1000, "times", 4));
            var ids = IntStream.range(0, 6)
                    .mapToObj(number -> handrail.fires("killed-" + number))
                    .toList();
            handrail.does(first, new Command.Acknowledge(ANA));
            handrail.slack.await("a post to be on its way", () -> posts(handrail) >= 2);
            kill(handrail);
            var reader = other.getBean(RunReader.class);
            handrail.slack.await(
                    "the other to deliver", () -> reader.undelivered(1).isEmpty());

            assertThat(ids).allSatisfy(id -> assertStandsOnce(handrail, id, "root"));
            assertStandsOnce(handrail, first, "root");
            assertThat(handrail.slack.messages(FLOW).stream()
                            .map(message -> message.body().path("metadata").toString()))
                    .doesNotHaveDuplicates();
        }
    }

    /** Its connections are gone: it can give nothing back, and store nothing that it has sent. */
    private static void kill(HandrailFixture handrail) {
        if (DelegatingDataSource.unwrapDataSource(handrail.bean(DataSource.class)) instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    private static long posts(HandrailFixture handrail) {
        return handrail.slack.messages(FLOW).size();
    }

    private static void assertStandsOnce(HandrailFixture handrail, IncidentId id, String slot) {
        assertThat(handrail.slack.messages(FLOW))
                .filteredOn(message -> {
                    var payload = message.body().at("/metadata/event_payload");
                    return payload.path("incident").asText().equals(Long.toString(id.value()))
                            && payload.path("slot").asText().equals(slot);
                })
                .as("%s of %s", slot, id)
                .hasSize(1);
    }
}
