package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Alertmanager, as Debian packages it, sends to Handrail what {@code amtool} tells it. */
@Waiting
class AlertmanagerTest {
    private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");
    private static final Path AMTOOL = Path.of("/usr/bin/amtool");

    @TempDir
    Path folder;

    @Test
    void givenARealAlertmanager_whenAnAlertIsAdded_thenItsCardIsInTheFlowsChannelAndResolvingAsksToVerify()
            throws Exception {
        expectInstalled();
        try (var handrail = RunningHandrail.on(Database.H2)) {
            var port = RunningHandrail.freePort();
            var alertmanager = alertmanager(handrail, port);
            try {
                amtool(port, "alert", "add", "OrderExportStalled", "flow=order-to-erp", "order_id=100000042");

                var card = handrail.card("U01ANA", "#order-flows", "100000042");
                assertThat(card.readable()).contains("order-export-stuck.md", "OrderExportStalled");
                card.click("I'm on it");
                card.expectReply("Step 1 of 10");

                var over = Instant.now().toString();
                amtool(
                        port,
                        "alert",
                        "add",
                        "--end",
                        over,
                        "OrderExportStalled",
                        "flow=order-to-erp",
                        "order_id=100000042");
                card.expectReply("Step 8 of 10");
                assertThat(handrail.incident(1).path("alerts").asInt()).isEqualTo(1);
            } finally {
                alertmanager.destroy();
                assertThat(alertmanager.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    /** A machine without the package may skip this; the machine that decides whether a change lands may not. */
    private static void expectInstalled() {
        var installed = Files.isExecutable(ALERTMANAGER) && Files.isExecutable(AMTOOL);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed)
                    .as("prometheus-alertmanager is installed; see .ci/run")
                    .isTrue();
        }
        assumeTrue(installed, "skipped: install Debian's prometheus-alertmanager to run it");
    }

    private Process alertmanager(RunningHandrail handrail, int port) throws IOException {
        var template = Files.readString(Path.of("src/test/resources/alertmanager/handrail-e2e.yml"));
        var configuration = folder.resolve("alertmanager.yml");
        Files.writeString(
                configuration,
                template.replace("@@URL@@", handrail.api().url().toString())
                        .replace("@@TOKEN@@", RunningHandrail.ALERT_TOKEN));
        var process = new ProcessBuilder(
                        ALERTMANAGER.toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        Awaitility.await("Alertmanager to be ready")
                .atMost(Duration.ofSeconds(20))
                .until(() -> run(port, "alert", "query") == 0);
        return process;
    }

    private void amtool(int port, String... arguments) throws Exception {
        assertThat(run(port, arguments)).isZero();
    }

    private int run(int port, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(AMTOOL.toString(), "--alertmanager.url=http://127.0.0.1:" + port));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("amtool.log").toFile())
                .start()
                .waitFor();
    }
}
