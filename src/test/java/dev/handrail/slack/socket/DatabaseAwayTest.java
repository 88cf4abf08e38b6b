package dev.handrail.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.handrail.platform.Waiting;
import dev.handrail.slack.HandrailFixture;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A process that cannot keep what comes leaves it to another, and comes back. */
@Waiting
class DatabaseAwayTest {
    private static final String FLOW = "#order-flows";

    @Test
    void givenADatabaseThatHangs_whenSomebodyClicks_thenTheSocketsAreLeftUntilItAnswers() {
        try (var handrail = HandrailFixture.overSockets(Map.of("datasources.default.allow-pool-suspension", true))) {
            var id = handrail.fires("OrderExportStalled", Map.of("flow", "order-to-erp"));
            handrail.awaitDelivered();
            handrail.slack.await("two sockets", () -> open(handrail) == 2);
            var pool = pool(handrail).getHikariPoolMXBean();
            var root = handrail.slack.as("U01ANA").inChannel(FLOW).root("Orders stuck");
            pool.suspendPool();
            try {
                root.click("I'm on it");
                handrail.slack.await("no socket", () -> open(handrail) == 0);
                handrail.slack.await(
                        "the standing to say why",
                        () -> standing(handrail)
                                .fault()
                                .filter(why -> why.contains("the database has not answered"))
                                .isPresent());
            } finally {
                pool.resumePool();
            }
            handrail.slack.await(
                    "the sockets again",
                    () -> open(handrail) == 2 && standing(handrail).open() == 2);
            root.click("Escalate");

            assertThat(handrail.slack.as("U01ANA").modal().title()).isEqualTo("Escalate");
            assertThat(handrail.view(id).state().isOpen()).isTrue();
        }
    }

    private static HikariDataSource pool(HandrailFixture handrail) {
        return (HikariDataSource) DelegatingDataSource.unwrapDataSource(handrail.bean(DataSource.class));
    }

    private static int open(HandrailFixture handrail) {
        return handrail.slack.call("sockets", Map.of()).path("sockets").size();
    }

    private static SocketStanding.Now standing(HandrailFixture handrail) {
        return handrail.bean(SocketStanding.class).now().orElseThrow();
    }
}
