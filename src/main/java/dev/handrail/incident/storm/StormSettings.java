package dev.handrail.incident.storm;

import dev.handrail.platform.settings.SettingsReader;
import java.time.Duration;

/**
 * When many failures are a storm.
 *
 * @param modes this many different failures in one place,
 * @param incidents or this many incidents of whatever failure,
 * @param within opened in this time
 */
public record StormSettings(int modes, int incidents, Duration within) {
    public static final StormSettings DEFAULT = new StormSettings(5, 50, Duration.ofMinutes(5));

    /** Reads all of them; what is wrong is in {@code settings} then. */
    public static StormSettings read(SettingsReader settings) {
        return new StormSettings(
                settings.integer("handrail.storm.modes", DEFAULT.modes(), 2),
                settings.integer("handrail.storm.incidents", DEFAULT.incidents(), 2),
                settings.duration("handrail.storm.within", DEFAULT.within()));
    }

    /** Returns the rule as people read it. */
    public String words() {
        return "%d failure modes, or %d incidents, within %s are a storm"
                .formatted(modes, incidents, Storm.words(within));
    }
}
