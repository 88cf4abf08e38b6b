package dev.handrail.page.take;

import com.google.re2j.Pattern;
import dev.handrail.incident.IncidentId;
import dev.handrail.page.send.PageSettings;
import dev.handrail.platform.Sha256;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What other services know our letters by. Two Handrails may tell the same service: the keys say which of them it was. */
@Singleton
public final class ServiceKeys {
    private static final int INSTALLATION = 12;

    private final String prefix;
    private final Pattern ofIncident;
    private final Pattern ofTrial;

    ServiceKeys(PageSettings settings) {
        this.prefix = "handrail-" + Sha256.of(settings.publicUrl()).substring(0, INSTALLATION);
        this.ofIncident = Pattern.compile(prefix + "-incident-([0-9]{1,18})(?:-([0-9]{1,6}))?");
        this.ofTrial = Pattern.compile(prefix + "-test-([0-9]{1,18})");
    }

    /** Returns the key of one telling. */
    public String page(long number) {
        return prefix + "-page-" + number;
    }

    /**
     * Returns what is equal in all that is told of one incident until somebody takes it.
     *
     * @param takings how often somebody has taken it before
     */
    public String incident(IncidentId id, int takings) {
        return prefix + "-incident-" + id.value() + (takings == 0 ? "" : "-" + takings);
    }

    /** Returns the key of a test page. */
    public String trial(long id) {
        return prefix + "-test-" + id;
    }

    /** Returns the test page that a key is of; empty for a key of none of ours. */
    public Optional<Long> trial(String key) {
        var found = ofTrial.matcher(key);
        return found.matches() ? Optional.of(Long.parseLong(found.group(1))) : Optional.empty();
    }

    /**
     * What a key is of.
     *
     * @param takings how often somebody had taken it before
     */
    public record Told(IncidentId incident, int takings) {}

    /** Returns what was told by a key; empty for a key that is not ours. */
    public Optional<Told> told(String key) {
        var found = ofIncident.matcher(key);
        if (!found.matches()) {
            return Optional.empty();
        }
        var takings = found.group(2);
        return Optional.of(new Told(
                new IncidentId(Long.parseLong(found.group(1))), takings == null ? 0 : Integer.parseInt(takings)));
    }
}
