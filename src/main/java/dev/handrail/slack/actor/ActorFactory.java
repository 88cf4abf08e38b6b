package dev.handrail.slack.actor;

import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Reads who may act when Handrail starts. */
@Factory
@Requires(property = "slack.enabled", value = "true")
final class ActorFactory {
    @Singleton
    ActorSettings actorSettings(Environment environment) {
        var reader = SettingsReader.of(environment);
        var settings = ActorSettings.read(reader);
        reader.check();
        return settings;
    }
}
