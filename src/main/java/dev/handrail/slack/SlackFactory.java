package dev.handrail.slack;

import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Reads the settings when Handrail starts. Without {@code slack.enabled=true}, Slack is left out altogether. */
@Factory
@Requires(property = "slack.enabled", value = "true")
final class SlackFactory {
    @Singleton
    SlackSettings settings(Environment environment) {
        var reader = SettingsReader.of(environment);
        var settings = SlackSettings.read(reader);
        reader.check();
        settings.words().begin();
        return settings;
    }
}
