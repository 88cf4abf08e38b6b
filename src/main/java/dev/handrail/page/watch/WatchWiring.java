package dev.handrail.page.watch;

import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Reads what is set, and refuses to start on what cannot be. */
@Factory
final class WatchWiring {
    @Singleton
    HeartbeatSettings heartbeatSettings(Environment environment) {
        var reader = SettingsReader.of(environment);
        var settings = HeartbeatSettings.read(reader);
        reader.check();
        return settings;
    }
}
