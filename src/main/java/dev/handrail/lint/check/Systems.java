package dev.handrail.lint.check;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.system.ExternalSystem;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.fence.Fence;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Systems and actions that fences name and systems.yml does not have. A library without systems.yml reaches none yet. */
final class Systems implements Check {
    @Override
    public void look(Subject subject, Problems problems) {
        subject.survey()
                .catalogue()
                .map(Catalogue::systems)
                .filter(systems -> !systems.isEmpty())
                .ifPresent(
                        systems -> subject.survey().files().forEach(file -> look(file.mentions(), systems, problems)));
    }

    private static void look(Mentions mentions, Map<String, ExternalSystem> systems, Problems problems) {
        mentions.probes().forEach(probe -> mustBeKnown(probe.system(), "unknown-system", systems.keySet(), problems));
        var actions = systems.values().stream()
                .flatMap(system -> system.actions().keySet().stream())
                .collect(Collectors.toSet());
        mentions.retries().stream()
                .filter(retry -> !retry.isManual())
                .map(Fence.Retry::action)
                .forEach(action -> mustBeKnown(action, "unknown-action", actions, problems));
    }

    private static void mustBeKnown(Placed<String> name, String rule, Set<String> known, Problems problems) {
        if (!known.contains(name.value())) {
            problems.error(name.at(), rule, "'" + name.value() + "'", Nearest.advice(name.value(), known));
        }
    }
}
