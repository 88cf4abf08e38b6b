package dev.handrail.web;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Where people reach this Handrail: {@code handrail.url}, without a trailing slash. */
@Singleton
public final class PublicUrl {
    private final String url;

    PublicUrl(Environment environment) {
        var reader = SettingsReader.of(environment);
        this.url = dev.handrail.platform.settings.PublicUrl.read(reader).toString();
        reader.check();
    }

    /** @param path begins with a slash */
    public String of(String path) {
        return url + path;
    }

    public String of(IncidentId incident) {
        return url + "/incidents/" + incident.value();
    }

    /** Says whether browsers come over TLS, and so may be told to send cookies only that way. */
    public boolean isSecure() {
        return url.startsWith("https://");
    }
}
