package dev.handrail.runbook.folder;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Looks for jumps to a step of another file by a name that Handrail understands and GitHub does not. */
public final class LooseJumps {
    private final Map<String, Mentions> mentions;
    private final Problems problems;

    public LooseJumps(Map<String, Mentions> mentions, Problems problems) {
        this.mentions = mentions;
        this.problems = problems;
    }

    public void check(List<Runbook> runbooks) {
        var index = Index.of(runbooks);
        for (var runbook : runbooks) {
            for (var step : runbook.walk().steps()) {
                for (var outcome : step.outcomes()) {
                    if (outcome.target() instanceof Target.ToRunbook to) {
                        check(to, index, () -> at(runbook, step, outcome));
                    }
                }
            }
        }
    }

    private void check(Target.ToRunbook to, Index index, Supplier<Position> at) {
        to.step()
                .flatMap(name ->
                        index.at(to.path()).flatMap(there -> there.names().find(name.value())))
                .filter(found -> !found.isExact())
                .ifPresent(found -> problems.warning(
                        at.get(),
                        "loose-step-name",
                        "'" + file(to) + "#" + to.step().map(StepId::value).orElse("") + "'",
                        "'" + file(to) + "#" + found.step() + "', as GitHub names it"));
    }

    /** A step's name is one of the whole file, also where that holds several runbooks. */
    private static String file(Target.ToRunbook to) {
        return to.path().split("#", 2)[0];
    }

    private Position at(Runbook runbook, Step step, Outcome outcome) {
        return mentions.getOrDefault(runbook.file(), Mentions.none(runbook.file()))
                .targetAt(step.id(), outcome.label());
    }
}
