package dev.handrail.intake.settings;

import dev.handrail.intake.door.Doors;
import dev.handrail.intake.redact.Pseudonyms;
import dev.handrail.intake.sns.Sns;
import dev.handrail.platform.access.Credentials;
import dev.handrail.platform.access.RedactionKey;
import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Opens the doors that are configured. */
@Factory
final class IntakeWiring {
    @Singleton
    IntakeSettings intakeSettings(Environment environment, Sns sns) {
        var reader = SettingsReader.of(environment);
        var settings = IntakeSettings.read(reader, sns::signature);
        reader.check();
        return settings;
    }

    @Singleton
    Pseudonyms pseudonyms(RedactionKey key) {
        return new Pseudonyms(key.bytes());
    }

    @Singleton
    Doors doors(IntakeSettings settings, Credentials credentials) {
        return Doors.of(settings.sources(), credentials, settings.proxies());
    }
}
