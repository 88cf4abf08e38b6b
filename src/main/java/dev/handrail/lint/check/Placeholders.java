package dev.handrail.lint.check;

import com.google.re2j.Pattern;
import dev.handrail.alert.LabelMatcher.Operator;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Placeholders of fences that no recorded alert of the runbook has a value for: the step would stop there, at 2 a.m. */
final class Placeholders implements Check {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{ *(?:labels\\[\"([^\"]+)\"]|([A-Za-z_][A-Za-z0-9_]*)) *}}");
    private static final Pattern ASK = Pattern.compile("^\\s*ask:\\s*[\"']?([A-Za-z0-9_]+)");
    private static final Pattern FENCE = Pattern.compile("^\\s*(```+|~~~+)(.*)$");

    @Override
    public void look(Subject subject, Problems problems) {
        for (var file : subject.survey().files()) {
            file.runbook().ifPresent(runbook -> {
                var met = met(runbook, subject.alerts());
                if (!met.isEmpty()) {
                    look(file, new Supply(runbook, met), subject.text(file.path()), problems);
                }
            });
        }
    }

    private static List<RecordedAlert> met(Runbook runbook, List<RecordedAlert> alerts) {
        return alerts.stream()
                .filter(alert -> runbook.match().stream().anyMatch(rule -> rule.covers(alert.labels())))
                .toList();
    }

    /** What has a value: labels and annotations of the alerts, what the rules pin, and what responders are asked for. */
    private record Supply(Set<String> pinned, List<RecordedAlert> alerts) {
        Supply(Runbook runbook, List<RecordedAlert> alerts) {
            this(new HashSet<>(), alerts);
            runbook.match().stream()
                    .flatMap(rule -> rule.matchers().stream())
                    .filter(matcher -> matcher.operator() == Operator.EQUAL)
                    .forEach(matcher -> pinned.add(matcher.label()));
        }

        boolean has(String name) {
            return pinned.contains(name) || alerts.stream().anyMatch(alert -> alert.has(name));
        }
    }

    private static void look(Parsed file, Supply supply, String text, Problems problems) {
        var isOurs = false;
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var fence = FENCE.matcher(line);
            if (fence.matches()) {
                isOurs =
                        !isOurs && List.of(fence.group(2).strip().split("\\s+")).contains("handrail");
            } else if (isOurs) {
                look(line, new Position(file.path(), number, 1), supply, problems);
            }
        }
    }

    private static void look(String line, Position at, Supply supply, Problems problems) {
        var asked = ASK.matcher(line);
        if (asked.find()) {
            supply.pinned().add(asked.group(1));
        }
        var found = PLACEHOLDER.matcher(line);
        while (found.find()) {
            var name = found.group(1) == null ? found.group(2) : found.group(1);
            if (!supply.has(name)) {
                problems.warning(
                        new Position(at.file(), at.line(), found.start() + 1),
                        "placeholder-never-supplied",
                        found.group() + ", which none of the " + supply.alerts().size()
                                + " recorded alerts of this runbook has",
                        "a label or an annotation of its alerts");
            }
        }
    }
}
