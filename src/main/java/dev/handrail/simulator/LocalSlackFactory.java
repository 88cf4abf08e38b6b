package dev.handrail.simulator;

import dev.handrail.simulator.api.Budgets;
import dev.handrail.simulator.control.AlertTarget;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sets the local Slack up from properties, when {@code handrail.simulator.enabled} says so. */
@Factory
@Requires(property = "handrail.simulator.enabled", value = "true")
final class LocalSlackFactory {
    private static final String OWN = "handrail.simulator.";

    @Singleton
    LocalSlackSettings settings(Environment properties) {
        return new LocalSlackSettings(
                madeUp(required(properties, "slack.bot.token"), "slack.bot.token"),
                properties.getProperty("slack.signing.secret", String.class).orElse(""),
                URI.create(required(properties, OWN + "bot-url")),
                properties.getProperty(OWN + "state-file", String.class).map(Path::of),
                strict(properties) ? Budgets.ofSlack() : Budgets.unlimited(),
                alerts(properties),
                properties.getProperty(OWN + "events", Boolean.class).orElse(true)
                        ? Optional.of(LocalSlackSettings.RETRIES)
                        : Optional.empty(),
                properties.getProperty("slack.app.token", String.class).map(token -> madeUp(token, "slack.app.token")));
    }

    /** Whoever reads the page can do everything in the local Slack's name, so it never stands beside the real one. */
    private static String madeUp(String token, String name) {
        if (token.matches("(xoxb|xoxp|xapp)-[0-9]+-.*")) {
            throw new IllegalStateException("the local Slack is enabled, and the property " + name
                    + " holds a token of a real Slack: remove one of the two");
        }
        return token;
    }

    @Singleton
    @Bean(preDestroy = "close")
    LocalSlack slack(LocalSlackSettings settings, List<InstantSource> clocks) {
        return new LocalSlack(settings, clocks.isEmpty() ? Clock.systemUTC() : clocks.getFirst());
    }

    private static boolean strict(Environment properties) {
        return properties.getProperty(OWN + "rate-limits", Boolean.class).orElse(true);
    }

    private static Optional<AlertTarget> alerts(Environment properties) {
        return properties
                .getProperty(OWN + "alert-url", String.class)
                .map(url -> new AlertTarget(URI.create(url), required(properties, OWN + "alert-token")));
    }

    private static String required(Environment properties, String name) {
        return properties
                .getProperty(name, String.class)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "the local Slack is enabled, but the property " + name + " is not set"));
    }
}
