package dev.handrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.handrail.platform.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes of their own, as people run them. */
class CommandTest {
    private static final Path RUNBOOKS = Path.of("runbooks").toAbsolutePath();

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Dhandrail.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Handrail.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(HANDRAIL|SLACK|MICRONAUT)_.*"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        var process = builder.start();
        processes.add(process);
        return process;
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private String finished(Process process, int exitCode) throws IOException, InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output()).isEqualTo(exitCode);
        return output();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Nested
    class GivenTheDemo {
        @Test
        void whenItsCommandIsRun_thenTheIncidentIsThereAndItsChainIsWhole() throws Exception {
            var port = freePort();
            var demo =
                    start(Map.of("MICRONAUT_SERVER_PORT", "" + port, "HANDRAIL_RUNBOOKS", RUNBOOKS.toString()), "demo");
            await().atMost(Duration.ofSeconds(60)).until(() -> output().contains("Listening on"));
            var said = output();
            assertThat(said)
                    .contains("http://localhost:" + port + "/local-slack/", "password", "hr_api_")
                    .contains("curl http://localhost:" + port + "/v1/alerts/alertmanager");

            var curl = said.substring(said.indexOf("curl "), said.indexOf("}]}'") + 4);
            var shell = new ProcessBuilder("sh", "-c", curl.replaceFirst("curl ", "curl -sS -f "))
                    .redirectErrorStream(true)
                    .start();
            var answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(answer).isZero();

            var token = said.replaceAll("(?s).*(hr_api_[\\w-]+).*", "$1");
            var incidents = Json.tree(get(port, token));
            assertThat(incidents).hasSize(1);
            assertThat(incidents.get(0).path("status").asText()).isEqualTo("open");

            var database = Map.of("HANDRAIL_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data/demo/handrail"));
            assertThat(finished(start(database, "verify"), 2)).contains("Handrail is running on this database file");
            demo.destroy();
            assertThat(demo.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(finished(start(database, "verify"), 0))
                    .matches("1 incident, \\d+ entries: every chain is whole\n");
        }

        @Test
        void whenARealSlackIsConfigured_thenItRefuses() throws Exception {
            var demo = start(Map.of("SLACK_BOT_TOKEN", "xoxb-real", "HANDRAIL_RUNBOOKS", RUNBOOKS.toString()), "demo");

            assertThat(finished(demo, 2)).contains("SLACK_BOT_TOKEN", "the demo has a Slack of its own");
        }

        private String get(int port, String token) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/incidents"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Nested
    class GivenNoHandrail {
        @Test
        void whenADrillIsWanted_thenItSaysWhatIsMissing() throws Exception {
            assertThat(finished(start(Map.of(), "drill", "order-export-stuck"), 2))
                    .contains("No API token was found", "HANDRAIL_API_TOKEN");
            var nowhere = "http://localhost:" + freePort();
            var alone = Map.of("HANDRAIL_API_TOKEN", "hr_api_0123456789", "HANDRAIL_URL", nowhere);
            assertThat(finished(start(alone, "drill", "order-export-stuck"), 2))
                    .contains("No Handrail answers at " + nowhere, "--url");
        }
    }

    @Nested
    class GivenWrongSettings {
        @Test
        void whenServed_thenOneMessageNamesThemAll() throws Exception {
            var serve = start(
                    Map.of(
                            "MICRONAUT_SERVER_PORT", "many",
                            "HANDRAIL_ALERT_TOKEN", "short",
                            "HANDRAIL_DATABASE_URL", "mysql://db/x",
                            "HANDRAIL_RUNBOOKS", "/not/there"),
                    "serve");

            assertThat(finished(serve, 2))
                    .contains("settings are wrong:")
                    .contains(
                            "MICRONAUT_SERVER_PORT",
                            "HANDRAIL_ALERT_TOKEN",
                            "HANDRAIL_DATABASE_URL",
                            "HANDRAIL_RUNBOOKS")
                    .contains("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")
                    .doesNotContain("short", "\tat ");
        }

        @Test
        void whenThePortIsInUse_thenOneSentenceSaysSo() throws Exception {
            try (var taken = new ServerSocket(0)) {
                var demo = start(
                        Map.of(
                                "MICRONAUT_SERVER_PORT",
                                "" + taken.getLocalPort(),
                                "HANDRAIL_HOST",
                                "0.0.0.0",
                                "HANDRAIL_RUNBOOKS",
                                RUNBOOKS.toString()),
                        "demo");

                assertThat(finished(demo, 2))
                        .hasLineCount(1)
                        .contains("Cannot listen on 0.0.0.0, port " + taken.getLocalPort(), "MICRONAUT_SERVER_PORT");
            }
        }

        @Test
        void whenThereIsNoDatabase_thenVerifyMakesNone() throws Exception {
            assertThat(finished(start(Map.of(), "verify"), 2))
                    .contains("There is no database at H2 file ./data/handrail");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Nested
    class GivenNoCommand {
        @Test
        void whenRun_thenTheUsageNamesTheCommands() throws Exception {
            assertThat(finished(start(Map.of()), 2)).contains("demo", "serve", "verify", "Exit codes:");
            assertThat(finished(start(Map.of(), "--version"), 0)).startsWith("handrail ");
        }
    }
}
