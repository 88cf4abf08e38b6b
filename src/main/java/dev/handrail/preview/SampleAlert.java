package dev.handrail.preview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.incident.alerts.AlertSummary;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The alert that a preview pretends to have come in: it fills the placeholders. */
public record SampleAlert(Map<String, String> labels, Map<String, String> annotations) {
    public SampleAlert {
        labels = new TreeMap<>(labels);
        annotations = new TreeMap<>(annotations);
    }

    /** Returns an alert that the runbook says it is for, as far as it says what its labels are. */
    public static SampleAlert like(Manuscript manuscript) {
        var labels = new TreeMap<String, String>();
        manuscript.runbook().flatMap(runbook -> runbook.policy().flow()).ifPresent(flow -> labels.put("flow", flow));
        manuscript.runbook().stream()
                .flatMap(runbook -> runbook.match().stream().limit(1))
                .flatMap(rule -> rule.matchers().stream())
                .filter(matcher -> matcher.operator() == LabelMatcher.Operator.EQUAL)
                .forEach(matcher -> labels.put(matcher.label(), matcher.value()));
        return new SampleAlert(labels, Map.of());
    }

    /** Returns the alert with all that another says, where both say something the other's. */
    public SampleAlert with(SampleAlert other) {
        var all = new TreeMap<>(annotations);
        all.putAll(other.annotations);
        return new SampleAlert(with(other.labels).labels, all);
    }

    /**
     * Reads Alertmanager's webhook, of which the first alert is taken, one alert of it, or bare labels.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static SampleAlert of(JsonNode json) {
        var alert = json.path("alerts").isArray() ? json.path("alerts").path(0) : json;
        if (!alert.isObject()) {
            throw new IllegalArgumentException(
                    "found %s; wanted an alert: an object with labels, or Alertmanager's webhook with one"
                            .formatted(alert.isMissingNode() ? "no alert" : alert.getNodeType()));
        }
        var labels = alert.path("labels").isObject() ? alert.path("labels") : alert;
        return new SampleAlert(texts(labels), texts(alert.path("annotations")));
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                texts.put(field.getKey(), field.getValue().asText());
            }
        });
        return texts;
    }

    /** Returns the alert with more labels, each in the place of one of the same name. */
    public SampleAlert with(Map<String, String> more) {
        var all = new TreeMap<>(labels);
        all.putAll(more);
        return new SampleAlert(all, annotations);
    }

    AlertSummary summary() {
        var link = Optional.ofNullable(annotations.get(Alert.LINK_ANNOTATION)).filter(Alert::isLink);
        return new AlertSummary(1, 1, labels, annotations, link);
    }
}
