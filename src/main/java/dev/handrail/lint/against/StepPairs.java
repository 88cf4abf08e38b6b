package dev.handrail.lint.against;

import dev.handrail.runbook.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which step of a newer revision is which of an older one: by name, else by title, where a number in front has changed. */
final class StepPairs {
    private final Map<String, Step> byName = new HashMap<>();
    private final Map<String, Step> byTitle = new HashMap<>();

    StepPairs(List<Step> before, List<Step> after) {
        Set<String> kept = new HashSet<>();
        before.forEach(step -> kept.add(step.id().value()));
        for (var step : after) {
            byName.put(step.id().value(), step);
            if (!kept.contains(step.id().value())) {
                byTitle.putIfAbsent(step.title(), step);
            }
        }
    }

    Optional<Step> after(Step before) {
        return Optional.ofNullable(byName.get(before.id().value()))
                .or(() -> Optional.ofNullable(byTitle.get(before.title())));
    }
}
