package dev.handrail.cli.setup;

import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What people have set, in the environment and in the files that {@code MICRONAUT_CONFIG_FILES} names. */
public final class Configuration {
    private Configuration() {}

    /** Reads the settings without starting anything. */
    public static SettingsReader read() {
        return new SettingsReader(lookup());
    }

    /** Returns the value of a property by its name. */
    public static Function<String, Optional<String>> lookup() {
        try {
            var environment = builder(Map.of()).build().getEnvironment();
            environment.start();
            return name -> environment.getProperty(name, String.class);
        } catch (ConfigurationException e) {
            throw new CannotStartException("Cannot read the configuration: " + e.getMessage(), e);
        }
    }

    /** @param overrides win over everything that people have set */
    public static ApplicationContextBuilder builder(Map<String, Object> overrides) {
        return ApplicationContext.builder()
                .mainClass(Configuration.class)
                .deduceEnvironment(false)
                .banner(false)
                .properties(overrides);
    }
}
