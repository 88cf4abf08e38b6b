package dev.handrail.lint.check;

import dev.handrail.alert.LabelMatcher.Operator;
import dev.handrail.lint.evidence.RecordedAlert;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Mentions.StepFence;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.fence.Placeholder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Placeholders of fences that no recorded alert of the runbook has a value for: the step would stop there, at 2 a.m. */
final class Placeholders implements Check {
    @Override
    public void look(Subject subject, Problems problems) {
        for (var file : subject.survey().files()) {
            if (!file.mentions().fences().isEmpty()) {
                file.runbooks().forEach(runbook -> look(file, runbook, subject.alerts(), problems));
            }
        }
    }

    private static void look(Parsed file, Runbook runbook, List<RecordedAlert> alerts, Problems problems) {
        var met = alerts.stream()
                .filter(alert -> runbook.match().stream().anyMatch(rule -> rule.covers(alert.labels())))
                .toList();
        if (met.isEmpty()) {
            return;
        }
        var supplied = supplied(file, runbook);
        file.mentions().fences().stream()
                .filter(fence -> runbook.walk().find(fence.step()).isPresent())
                .flatMap(fence -> fence.placeholders().stream())
                .filter(placeholder -> !supplied.contains(placeholder.name()) && !hasValue(placeholder, met))
                .forEach(placeholder -> problems.warning(
                        placeholder.at(),
                        "placeholder-never-supplied",
                        "'" + placeholder.name() + "', which none of the " + met.size()
                                + " recorded alerts of this runbook has",
                        "a label or an annotation of its alerts"));
    }

    /** Returns what the rules pin, and what responders are asked for. */
    private static Set<String> supplied(Parsed file, Runbook runbook) {
        var names = new HashSet<String>();
        runbook.match().stream()
                .flatMap(rule -> rule.matchers().stream())
                .filter(matcher -> matcher.operator() == Operator.EQUAL)
                .forEach(matcher -> names.add(matcher.label()));
        file.mentions().fences().stream()
                .map(StepFence::fence)
                .filter(Fence.Ask.class::isInstance)
                .map(Fence.Ask.class::cast)
                .forEach(ask -> names.add(ask.name().value()));
        return names;
    }

    private static boolean hasValue(Placeholder placeholder, List<RecordedAlert> alerts) {
        var name = placeholder.name();
        return switch (placeholder.source()) {
            case NAME -> alerts.stream().anyMatch(alert -> alert.has(name));
            case LABEL -> alerts.stream().anyMatch(alert -> alert.labels().containsKey(name));
            case ANNOTATION ->
                alerts.stream().anyMatch(alert -> alert.annotations().containsKey(name));
            case STEP -> true;
        };
    }
}
