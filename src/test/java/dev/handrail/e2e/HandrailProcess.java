package dev.handrail.e2e;

import dev.handrail.simulator.LocalSlackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** A Handrail in a process of its own, as {@code handrail serve} starts it, which can be killed without warning. */
final class HandrailProcess implements AutoCloseable {
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    private HandrailProcess(int port, Map<String, String> environment, Path log) {
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.process = launch();
    }

    /** @param database as {@code Database.fresh()} gives it */
    static HandrailProcess start(int port, Map<String, Object> database, LocalSlackServer slack) {
        var environment = new HashMap<String, String>();
        environment.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        environment.put("HANDRAIL_URL", "http://localhost:" + port);
        environment.put("HANDRAIL_RUNBOOKS", "runbooks");
        environment.put("HANDRAIL_DATABASE_URL", text(database, "url"));
        environment.put("HANDRAIL_DATABASE_USER", text(database, "username"));
        environment.put("HANDRAIL_DATABASE_PASSWORD", text(database, "password"));
        environment.put("HANDRAIL_ALERT_TOKEN", RunningHandrail.ALERT_TOKEN);
        environment.put("HANDRAIL_API_TOKEN", RunningHandrail.API_TOKEN);
        environment.put("HANDRAIL_ADMIN_PASSWORD", "correct horse battery staple");
        environment.put("SLACK_BOT_TOKEN", RunningHandrail.BOT_TOKEN);
        environment.put("SLACK_SIGNING_SECRET", RunningHandrail.SIGNING_SECRET);
        environment.put("SLACK_API_URL", slack.apiUrl().toString());
        environment.put("SLACK_BUDGET_POSTS", "1000");
        environment.put("SLACK_BUDGET_EDITS", "10000");
        environment.put("SLACK_CARD_DELAY_MILLIS", "50");
        // over by the time it is up again after a kill: it does not live for long
        environment.put("SLACK_LEASE_LIFE", "2s");
        environment.values().removeIf(String::isEmpty);
        return new HandrailProcess(port, environment, Path.of("target", "handrail-%d.log".formatted(port)));
    }

    private static String text(Map<String, Object> database, String name) {
        return String.valueOf(database.getOrDefault("datasources.default." + name, ""));
    }

    Api api() {
        return new Api(URI.create("http://localhost:" + port));
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it by SIGTERM, and returns what it has said since it began to listen. */
    String stop() {
        process.destroy();
        process.onExit().join();
        try {
            var said = Files.readString(log);
            return said.substring(said.lastIndexOf("Listening on "));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what Handrail said", e);
        }
    }

    /** Starts again after a kill, and waits until it answers. */
    void restart() {
        process = launch();
    }

    private Process launch() {
        try {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx384m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.handrail.cli.Handrail",
                            "serve")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var started = builder.start();
            Awaitility.await("Handrail to answer")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> answers(started));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Handrail", e);
        }
    }

    private boolean answers(Process started) throws IOException {
        if (!started.isAlive()) {
            throw new AssertionError("Handrail ended: " + Files.readString(log));
        }
        try {
            return api().get("/health", "").statusCode() == 200;
        } catch (UncheckedIOException _) {
            return false; // not listening yet
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
