package dev.handrail.run.storm;

import dev.handrail.incident.storm.StormSettings;
import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Reads the settings when Handrail starts. */
@Factory
final class StormWiring {
    @Singleton
    StormSettings stormSettings(Environment environment) {
        var reader = SettingsReader.of(environment);
        var settings = StormSettings.read(reader);
        reader.check();
        return settings;
    }
}
