package dev.handrail.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param spoilt whether the database is harmed before the check, which must then find it
 */
record Plan(
        Duration length, Duration life, double rate, long seed, int port, Store store, Path folder, boolean spoilt) {
    static final String ALERT_TOKEN = "hr_alert_benchmark_0123456789abcdef";
    static final String BOT_TOKEN = "xoxb-bench";
    static final String SIGNING_SECRET = "bench-signing-secret";

    /** The database that Handrail uses. */
    record Store(String url, String user) {}

    /** @param arguments minutes, minutes of a life, alerts a second, seed, port, JDBC URL, user, folder, "spoil" or "" */
    static Plan of(String[] arguments) {
        return new Plan(
                minutes(arguments[0]),
                minutes(arguments[1]),
                Double.parseDouble(arguments[2]),
                Long.parseLong(arguments[3]),
                Integer.parseInt(arguments[4]),
                new Store(arguments[5], arguments[6]),
                Path.of(arguments[7]),
                arguments[8].equals("spoil"));
    }

    private static Duration minutes(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 60_000));
    }

    /** Returns what {@code handrail serve} and {@code handrail verify} are set up with; Slack takes as much as it is sent. */
    Map<String, String> environment(String slack) {
        return Map.ofEntries(
                Map.entry("MICRONAUT_SERVER_PORT", Integer.toString(port)),
                Map.entry("HANDRAIL_HOST", "127.0.0.1"),
                Map.entry("HANDRAIL_URL", "http://localhost:" + port),
                Map.entry("HANDRAIL_RUNBOOKS", folder.resolve("runbooks").toString()),
                Map.entry("HANDRAIL_SOURCES", folder.resolve("sources").toString()),
                Map.entry("HANDRAIL_DATABASE_URL", store.url()),
                Map.entry("HANDRAIL_DATABASE_USER", store.user()),
                Map.entry("HANDRAIL_ALERT_TOKEN", ALERT_TOKEN),
                Map.entry("HANDRAIL_API_TOKEN", ALERT_TOKEN + "-api"),
                Map.entry("HANDRAIL_ADMIN_PASSWORD", "correct horse battery staple"),
                Map.entry("HANDRAIL_STORM_MODES", "30"),
                Map.entry("HANDRAIL_STORM_INCIDENTS", "60"),
                Map.entry("HANDRAIL_STORM_WITHIN", "1m"),
                Map.entry("SLACK_BOT_TOKEN", BOT_TOKEN),
                Map.entry("SLACK_SIGNING_SECRET", SIGNING_SECRET),
                Map.entry("SLACK_API_URL", slack),
                Map.entry("SLACK_BUDGET_POSTS", "1000000"),
                Map.entry("SLACK_BUDGET_EDITS", "1000000"));
    }
}
