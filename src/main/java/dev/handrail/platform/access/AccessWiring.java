package dev.handrail.platform.access;

import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Reads the credentials that the environment gives. */
@Factory
final class AccessWiring {
    @Singleton
    AccessSettings accessSettings(Environment environment) {
        var reader = SettingsReader.of(environment);
        var settings = AccessSettings.read(reader);
        reader.check();
        return settings;
    }
}
