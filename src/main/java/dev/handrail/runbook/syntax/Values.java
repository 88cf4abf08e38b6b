package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.fence.Expectation;
import dev.handrail.runbook.fence.ExpectationParser;
import dev.handrail.runbook.fence.Placeholder;
import dev.handrail.runbook.fence.Probe;
import dev.handrail.runbook.fence.Template;
import dev.handrail.runbook.fence.TemplateParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the values of one fence, and gathers the placeholders in them and the labels among them. */
final class Values {
    private final Problems problems;
    private final List<Placed<String>> labels = new ArrayList<>();
    private final List<Placeholder> placeholders = new ArrayList<>();

    Values(Problems problems) {
        this.problems = problems;
    }

    List<Placed<String>> labels() {
        return labels;
    }

    List<Placeholder> placeholders() {
        return placeholders;
    }

    static Optional<Placed<String>> text(YamlValue value) {
        return value.text().map(text -> new Placed<>(text, value.at()));
    }

    Optional<Placed<Template>> template(YamlValue value) {
        return value.text().map(text -> {
            var template = TemplateParser.parse(text, value::at, problems);
            placeholders.addAll(template.placeholders());
            return new Placed<>(template, value.at());
        });
    }

    Optional<Placed<Expectation>> expectation(YamlValue value, Probe.Kind kind) {
        return value.text()
                .flatMap(text -> ExpectationParser.parse(text, value::at, kind, problems))
                .map(expectation -> {
                    placeholders.addAll(expectation.placeholders());
                    return new Placed<>(expectation, value.at());
                });
    }

    /** Returns the labels that {@code outcomes} gives to these results. */
    Map<String, Placed<String>> outcomes(YamlMap fence, List<String> results) {
        var byResult = new LinkedHashMap<String, Placed<String>>();
        fence.map("outcomes").map(outcomes -> outcomes.allowing(Set.copyOf(results))).stream()
                .forEach(outcomes -> results.forEach(result ->
                        outcomes.get(result).flatMap(Values::text).ifPresent(label -> byResult.put(result, label))));
        labels.addAll(byResult.values());
        return byResult;
    }
}
