package dev.handrail.page;

import dev.handrail.page.send.HttpPost;
import dev.handrail.page.send.Mailer;
import dev.handrail.page.send.PageSettings;
import dev.handrail.page.send.PagerDutyEvents;
import dev.handrail.page.send.Ways;
import dev.handrail.page.send.Webhooks;
import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Puts the ways out together. They go by the machine's own clock: the network knows no other. */
@Factory
final class PageWiring {
    @Singleton
    PageSettings pageSettings(Environment environment) {
        var reader = SettingsReader.of(environment);
        var settings = PageSettings.read(reader);
        reader.check();
        return settings;
    }

    @Singleton
    Ways ways(PageSettings settings, Environment environment) {
        var http = new HttpPost();
        var clock = InstantSource.system();
        return new Ways(
                new Mailer(settings.smtp(), clock, environment.containsProperty("handrail.demo")),
                new PagerDutyEvents(http, settings.pagerDuty()),
                new Webhooks(http, clock),
                name -> secret(environment, name));
    }

    /** From the variable, or from the file that the variable with _FILE behind its name names. */
    private static Optional<String> secret(Environment environment, String variable) {
        return SettingsReader.of(environment)
                .secret(variable.toLowerCase(Locale.ROOT).replace('_', '.'), 1)
                .map(String::strip);
    }
}
