package dev.handrail.simulator;

import dev.handrail.simulator.api.Budgets;
import dev.handrail.simulator.control.AlertTarget;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a local Slack is set up.
 *
 * @param botToken what the bot must show as its bearer token
 * @param signingSecret what everything sent to the bot over HTTP is signed with
 * @param botUrl where actions, commands and events are sent
 * @param stateFile where the workspace outlives the process; empty to keep it in memory only
 * @param budgets how many calls are taken before HTTP 429
 * @param alerts where sample alerts are sent; empty if there is no such place
 * @param eventRetries the waits before each retry of an event; empty if the bot is sent no events
 * @param appToken with what the bot opens sockets, and everything is sent over these; empty if it is sent over HTTP
 */
public record LocalSlackSettings(
        String botToken,
        String signingSecret,
        URI botUrl,
        Optional<Path> stateFile,
        Budgets budgets,
        Optional<AlertTarget> alerts,
        Optional<List<Duration>> eventRetries,
        Optional<String> appToken) {
    /** When Slack tries an event again. */
    public static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    /** Returns settings as Slack documents itself, with everything kept in memory. */
    public static LocalSlackSettings of(String botToken, String signingSecret, URI botUrl) {
        return new LocalSlackSettings(
                botToken,
                signingSecret,
                botUrl,
                Optional.empty(),
                Budgets.ofSlack(),
                Optional.empty(),
                Optional.of(RETRIES),
                Optional.empty());
    }

    public LocalSlackSettings withStateFile(Path file) {
        return new LocalSlackSettings(
                botToken, signingSecret, botUrl, Optional.of(file), budgets, alerts, eventRetries, appToken);
    }

    public LocalSlackSettings withBudgets(Budgets value) {
        return new LocalSlackSettings(
                botToken, signingSecret, botUrl, stateFile, value, alerts, eventRetries, appToken);
    }

    public LocalSlackSettings withAlerts(URI url, String token) {
        var target = Optional.of(new AlertTarget(url, token));
        return new LocalSlackSettings(
                botToken, signingSecret, botUrl, stateFile, budgets, target, eventRetries, appToken);
    }

    public LocalSlackSettings withEventRetries(List<Duration> waits) {
        return new LocalSlackSettings(
                botToken, signingSecret, botUrl, stateFile, budgets, alerts, Optional.of(List.copyOf(waits)), appToken);
    }

    public LocalSlackSettings withoutEvents() {
        return new LocalSlackSettings(
                botToken, signingSecret, botUrl, stateFile, budgets, alerts, Optional.empty(), appToken);
    }

    public LocalSlackSettings withSockets(String token) {
        return new LocalSlackSettings(
                botToken, signingSecret, botUrl, stateFile, budgets, alerts, eventRetries, Optional.of(token));
    }
}
