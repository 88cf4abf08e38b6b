package dev.handrail.lint.evidence;

import java.util.Map;

/** An alert that was received some time, by which rules and placeholders are tried. */
public record RecordedAlert(Map<String, String> labels, Map<String, String> annotations) {
    public RecordedAlert {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** Says whether {@code {{ name }}} has a value in it. */
    public boolean has(String name) {
        return labels.containsKey(name) || annotations.containsKey(name);
    }
}
