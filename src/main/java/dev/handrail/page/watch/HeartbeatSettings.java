package dev.handrail.page.watch;

import dev.handrail.platform.settings.SettingsReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is told that all is well.
 *
 * @param url called while it is; empty where nobody is told
 * @param lag how long Slack may be behind before all is not well
 */
public record HeartbeatSettings(Optional<URI> url, Duration every, Duration lag) {
    private static final String URL = "handrail.heartbeat.url";
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Reads all of them; what is wrong is in {@code settings} then. The address may be all that its service asks for. */
    public static HeartbeatSettings read(SettingsReader settings) {
        return new HeartbeatSettings(
                settings.secret(URL, 1).flatMap(text -> url(settings, text.strip())),
                duration(settings, "handrail.heartbeat.every", Duration.ofMinutes(1)),
                duration(settings, "handrail.heartbeat.lag", Duration.ofMinutes(5)));
    }

    private static Optional<URI> url(SettingsReader settings, String text) {
        try {
            var url = new URI(text);
            if (url.getHost() != null && text.matches("https?://.*")) {
                return Optional.of(url);
            }
        } catch (URISyntaxException _) {
            return refused(settings);
        }
        return refused(settings);
    }

    private static Optional<URI> refused(SettingsReader settings) {
        settings.report(
                URL,
                "what is no http or https address (not shown: it may be secret)",
                "the address that your monitoring gave you, such as https://hc-ping.com/...");
        return Optional.empty();
    }

    private static Duration duration(SettingsReader settings, String name, Duration otherwise) {
        var time = settings.duration(name, otherwise);
        if (time.compareTo(SHORTEST) >= 0) {
            return time;
        }
        settings.report(name, "'" + settings.text(name).orElse("") + "'", "a time from 1s on, such as 1m");
        return otherwise;
    }
}
