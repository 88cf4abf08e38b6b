package dev.handrail.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One sender's report that a condition is firing or has resolved. Labels identify it; annotations only describe it.
 *
 * @param source the way in, for instance {@code alertmanager}
 * @param groupKey what alerts share when their sender would send them as one notification
 * @param startsAt when the condition began, by the sender's clock
 * @param endsAt when it ended, by the sender's clock; empty while it fires
 */
public record Alert(
        String source,
        String groupKey,
        Fingerprint fingerprint,
        Status status,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        Optional<Instant> endsAt) {

    public static final String NAME_LABEL = "alertname";

    /** Where a translation puts the address at which the sender shows the condition. */
    public static final String LINK_ANNOTATION = "generator_url";

    /** Where a translation says {@code ignore} of a business event that tells of no trouble unless a runbook is for it. */
    public static final String UNMATCHED_ANNOTATION = "handrail_unmatched";

    /** What the sender says of the condition. */
    public enum Status {
        FIRING,
        RESOLVED
    }

    public Alert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** Returns the alert's name; empty for a sender that gave none, and then no runbook can be matched by name. */
    public Optional<String> name() {
        return label(NAME_LABEL).filter(name -> !name.isBlank());
    }

    public Optional<String> label(String name) {
        return Optional.ofNullable(labels.get(name));
    }

    public Optional<String> annotation(String name) {
        return Optional.ofNullable(annotations.get(name));
    }

    /** Says whether it is nobody's business unless a runbook is for it. */
    public boolean isIgnoredUnmatched() {
        return annotation(UNMATCHED_ANNOTATION).filter("ignore"::equals).isPresent();
    }

    public boolean isFiring() {
        return status == Status.FIRING;
    }

    /** Says whether text by a stranger may be shown as a link. */
    public static boolean isLink(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }
}
