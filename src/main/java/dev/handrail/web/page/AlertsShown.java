package dev.handrail.web.page;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.Differences;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.WorkList;
import dev.handrail.run.IncidentView;
import dev.handrail.web.timeline.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The alerts of an incident: what all of them share, and how each differs.
 *
 * @param labels those that all share
 * @param annotations those that all share
 * @param link an address that is safe to link; may be empty
 * @param each the first of them; none where they are all alike
 * @param into the number of the incident that they went to, where this one was merged into another
 */
public record AlertsShown(
        int total,
        int firing,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        String link,
        WorkList work,
        List<One> each,
        Optional<Long> into) {
    /** How many of an incident's alerts are shown one by one. */
    static final int LISTED = 50;

    /** @param own the labels in which it differs from others, those that tell most first */
    public record One(boolean firing, List<Map.Entry<String, String>> own) {
        public One {
            own = List.copyOf(own);
        }

        public String word() {
            return firing ? "firing" : "over";
        }

        /** Returns the name of the CSS class. */
        public String tone() {
            return (firing ? Standing.Tone.URGENT : Standing.Tone.CALM).css();
        }
    }

    public AlertsShown {
        each = List.copyOf(each);
    }

    /** @param first at most {@link #LISTED} of them */
    static AlertsShown of(IncidentView view, List<KeptAlert> first) {
        var alerts = view.alerts();
        var link = alerts.link().filter(Alert::isLink);
        var annotations = new TreeMap<>(alerts.annotations());
        // The link stands on its own.
        link.ifPresent(_ -> annotations.remove(Alert.LINK_ANNOTATION));
        return new AlertsShown(
                alerts.total(),
                alerts.firing(),
                new TreeMap<>(alerts.labels()),
                annotations,
                link.orElse(""),
                alerts.work(),
                each(first, alerts.labels()),
                view.state().mergedInto().map(IncidentId::value));
    }

    private static List<One> each(List<KeptAlert> first, Map<String, String> shared) {
        var differences = Differences.of(first, shared);
        return differences.names().isEmpty()
                ? List.of()
                : first.stream()
                        .map(kept -> new One(
                                kept.isFiring(),
                                List.copyOf(differences.of(kept).entrySet())))
                        .toList();
    }

    /** Returns how many are not shown. */
    public int more() {
        return each.isEmpty() ? 0 : total - each.size();
    }
}
