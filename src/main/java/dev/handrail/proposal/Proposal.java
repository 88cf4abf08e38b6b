package dev.handrail.proposal;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.incident.IncidentId;
import dev.handrail.runbook.MatchRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A rule that a runbook might have had, because people picked it for such an alert.
 *
 * @param runbook its id
 * @param labels those that tell such an alert
 * @param newest the last pick
 */
public record Proposal(String runbook, Map<String, String> labels, int picks, Pick newest) {
    /** What tells one kind of alert from another; the rest says where and when. */
    private static final List<String> TELLING = List.of(Alert.NAME_LABEL, "flow", "service");

    private static final int LONGEST = 200;

    /** @param by the name of who picked it */
    public record Pick(IncidentId incident, String by, Instant at) {}

    public Proposal {
        labels = Map.copyOf(labels);
    }

    /** Returns the labels by which such an alert is known again; none where it has no name. */
    static Map<String, String> telling(Map<String, String> labels) {
        var telling = new TreeMap<String, String>();
        for (var name : TELLING) {
            Optional.ofNullable(labels.get(name))
                    .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                    .filter(value -> value.chars().noneMatch(Character::isISOControl))
                    .ifPresent(value -> telling.put(name, value));
        }
        return telling.containsKey(Alert.NAME_LABEL) ? telling : Map.of();
    }

    public MatchRule rule() {
        return new MatchRule(TELLING.stream()
                .filter(labels::containsKey)
                .map(name -> new LabelMatcher(name, LabelMatcher.Operator.EQUAL, labels.getOrDefault(name, "")))
                .toList());
    }

    /** Returns an alert as the rule wants it. */
    Alert alert() {
        return new Alert(
                "proposal",
                "",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                Map.of(),
                Instant.EPOCH,
                Optional.empty());
    }
}
