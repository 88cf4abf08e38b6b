package dev.handrail.page.send;

import dev.handrail.platform.settings.PublicUrl;
import dev.handrail.platform.settings.SettingsReader;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How people are told outside Slack.
 *
 * @param smtp empty where no mail server is set
 * @param pagerDuty what the addresses of PagerDuty's API begin with
 * @param publicUrl where people reach Handrail's own pages, without a slash at the end
 * @param fallbackAfter how long Slack may fail to take a page before it goes out elsewhere
 * @param pause after the first try that failed; it doubles from there
 * @param linkFor how long a link in a mail works
 */
public record PageSettings(
        Optional<SmtpSettings> smtp,
        URI pagerDuty,
        String publicUrl,
        Duration linkFor,
        Duration pause,
        Duration fallbackAfter) {
    private static final URI PAGER_DUTY = URI.create("https://events.pagerduty.com");
    private static final Duration FALLBACK_AFTER = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Reads all of them; what is wrong is in {@code settings} then. */
    public static PageSettings read(SettingsReader settings) {
        return new PageSettings(
                SmtpSettings.read(settings),
                settings.url("handrail.pagerduty.url").orElse(PAGER_DUTY),
                PublicUrl.read(settings).toString(),
                settings.duration("handrail.page.link.for", A_DAY),
                settings.duration("handrail.page.pause", PAUSE),
                settings.duration("handrail.fallback.after", FALLBACK_AFTER));
    }
}
