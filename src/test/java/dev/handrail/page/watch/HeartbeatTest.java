package dev.handrail.page.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.handrail.platform.Waiting;
import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A heart that beats only while all is well, heard by a real HTTP server. */
@Waiting
class HeartbeatTest {
    @Test
    void givenSlackIsDown_whenItIsBehindForTooLong_thenTheHeartbeatStops() throws IOException {
        var beats = new AtomicInteger();
        var monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        monitor.createContext("/ping", exchange -> {
            beats.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        monitor.start();
        try (var handrail = new HandrailFixture(
                Budgets.unlimited(),
                Map.of(
                        "handrail.heartbeat.url",
                        "http://127.0.0.1:" + monitor.getAddress().getPort() + "/ping/secret",
                        "handrail.heartbeat.every",
                        "1s",
                        "handrail.heartbeat.lag",
                        "2s"))) {
            var vitals = handrail.bean(Vitals.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> beats.get() >= 2);
            assertThat(vitals.ailment()).isEmpty();
            handrail.server.stop();
            var incident = handrail.fires("Unseen", Map.of("a", "b"));

            await().atMost(Duration.ofSeconds(20)).until(() -> vitals.ailment().isPresent());

            assertThat(vitals.ailment().orElseThrow())
                    .contains("Slack has not been brought up to date", incident.toString());
            var heard = beats.get();
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(4)).until(() -> beats.get() <= heard + 1);
        } finally {
            monitor.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "handrail.heartbeat.url, ftp://example.org/secret",
        "handrail.heartbeat.url, not an address with a secret",
        "handrail.heartbeat.every, 0s",
        "handrail.heartbeat.lag, soon"
    })
    void givenAWrongSetting_whenItIsRead_thenItIsNamedWithoutTheSecret(String name, String value) {
        var reader = new SettingsReader(asked -> asked.equals(name) ? Optional.of(value) : Optional.empty());

        var settings = HeartbeatSettings.read(reader);

        assertThat(reader.problems())
                .extracting(SettingProblem::variable)
                .containsExactly(SettingsReader.variable(name));
        assertThat(reader.problems().toString()).doesNotContain("with a secret", "example.org/secret");
        assertThat(settings.url()).isEmpty();
    }
}
