package dev.handrail.run.hand;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.runbook.Runbook;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The alert of a drill: what the runbook's first match rule pins, and what whoever begins the drill adds. */
final class MadeUpAlert {
    /** No sender has this name, so that no real alert is ever taken for one of a drill. */
    static final String SOURCE = "drill";

    private MadeUpAlert() {}

    /** @param key different for every drill: two of one runbook are two incidents */
    static Alert of(Runbook runbook, Map<String, String> more, String key, Instant now) {
        var labels = new HashMap<String, String>();
        labels.put(Alert.NAME_LABEL, stem(runbook));
        runbook.policy().flow().ifPresent(flow -> labels.put("flow", flow));
        runbook.match().stream()
                .findFirst()
                .ifPresent(rule -> rule.matchers().stream()
                        .filter(matcher -> matcher.operator() == LabelMatcher.Operator.EQUAL)
                        .forEach(matcher -> labels.put(matcher.label(), matcher.value())));
        labels.putAll(more);
        return new Alert(
                SOURCE,
                key,
                new Fingerprint(key),
                Alert.Status.FIRING,
                labels,
                Map.of("summary", "Made up for a drill: nothing is wrong"),
                now,
                Optional.empty());
    }

    private static String stem(Runbook runbook) {
        var name = runbook.path()
                .substring(
                        Math.max(runbook.path().lastIndexOf('/'), runbook.path().lastIndexOf('#')) + 1);
        return name.endsWith(".md") ? name.substring(0, name.length() - ".md".length()) : name;
    }
}
