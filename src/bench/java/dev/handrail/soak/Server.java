package dev.handrail.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Handrail in a process of its own, started as its launcher starts it. */
final class Server {
    private static final int PATIENCE_SECONDS = 60;

    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    private Server(Map<String, String> environment, Path log) throws IOException {
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.process = launch("serve");
    }

    static Server start(Map<String, String> environment, Path log) throws IOException {
        return new Server(environment, log);
    }

    private Process launch(String command) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+TieredCompilation",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.handrail.cli.Handrail",
                command);
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it by {@code kill -9}, and returns once it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it by SIGTERM. Returns false if it did not end by that. */
    boolean stop() throws InterruptedException {
        process.destroy();
        if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return true;
        }
        kill();
        return false;
    }

    void restart() throws IOException {
        process = launch("serve");
    }

    /** Runs {@code handrail verify} on the same database. Returns whether every chain is whole. */
    boolean verify() throws IOException, InterruptedException {
        return launch("verify").waitFor() == 0;
    }

    /** Returns the seconds that it has kept a processor busy. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Returns what it holds of the machine's memory now, in MB; 0 where that cannot be read. */
    long megabytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
