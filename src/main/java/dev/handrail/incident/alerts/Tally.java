package dev.handrail.incident.alerts;

import dev.handrail.alert.Alert;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The alerts of an incident, summed up one after the other, so that nobody has to read them all.
 *
 * @param labels and {@code annotations}: those that are equal in every alert
 */
public record Tally(int total, int firing, Map<String, String> labels, Map<String, String> annotations) {
    public static final Tally NONE = new Tally(0, 0, Map.of(), Map.of());

    public Tally {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    public static Tally of(Collection<KeptAlert> alerts) {
        var tally = NONE;
        for (var alert : alerts) {
            tally = tally.with(Optional.empty(), alert);
        }
        return tally;
    }

    /** Returns what it came to when its alerts went elsewhere: none of them fires here any more. */
    public Tally gone() {
        return new Tally(total, 0, labels, annotations);
    }

    /** @param before the same alert, as it was when it was summed up last; empty for a new one */
    public Tally with(Optional<KeptAlert> before, KeptAlert now) {
        var others = before.isPresent() ? total - 1 : total;
        var fired = before.filter(KeptAlert::isFiring).isPresent() ? 1 : 0;
        var alert = now.alert();
        return new Tally(
                others + 1,
                firing - fired + (now.isFiring() ? 1 : 0),
                others == 0 ? alert.labels() : common(labels, alert.labels()),
                others == 0 ? alert.annotations() : common(annotations, alert.annotations()));
    }

    private static Map<String, String> common(Map<String, String> one, Map<String, String> other) {
        if (other.entrySet().containsAll(one.entrySet())) {
            return one;
        }
        var common = new HashMap<>(one);
        common.entrySet().retainAll(other.entrySet());
        return common;
    }

    /** Returns what cards and pages show. */
    public AlertSummary summary() {
        var link = Optional.ofNullable(annotations.get(Alert.LINK_ANNOTATION)).filter(Alert::isLink);
        return new AlertSummary(total, firing, labels, annotations, link);
    }
}
