package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Retry.TryOutcomes;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Step.Part;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.parse.StepReader.ReadStep;
import dev.handrail.runbook.syntax.Aim;
import dev.handrail.runbook.syntax.OutcomeItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Joins steps that only know what their authors wrote into steps that lead to each other. */
final class WalkBuilder {
    private static final TryOutcomes DEFAULT_TRY = new TryOutcomes("Worked", "Did not work", Optional.empty());

    private final List<ReadStep> steps;
    private final Links links;
    private final FenceCheck fences;
    private final Problems problems;
    private final OptionalInt lastMitigation;
    private final OptionalInt firstVerification;

    WalkBuilder(List<ReadStep> steps, Links links, FenceCheck fences, Problems problems) {
        this.steps = steps;
        this.links = links;
        this.fences = fences;
        this.problems = problems;
        this.lastMitigation = in(Part.MITIGATION).max();
        this.firstVerification = in(Part.VERIFICATION).min();
    }

    /** Returns the steps; those whose outcomes all went wrong are noted and left out. */
    List<Step> build() {
        var built = new ArrayList<Step>();
        for (int index = 0; index < steps.size(); index++) {
            step(index).ifPresent(built::add);
        }
        return built;
    }

    private IntStream in(Part part) {
        return IntStream.range(0, steps.size())
                .filter(index -> steps.get(index).draft().part() == part);
    }

    private Optional<Step> step(int index) {
        var read = steps.get(index);
        var draft = read.draft();
        var outcomes = read.outcomes().map(items -> listed(items, index)).orElseGet(() -> defaults(read, index));
        fences.check(read, outcomes);
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        var retry = read.retry().map(WalkBuilder::retry);
        return Optional.of(new Step(
                draft.id(),
                draft.part(),
                draft.title(),
                read.text(),
                outcomes,
                retry,
                read.owner(),
                draft.at().line()));
    }

    private static Retry retry(Fence.Retry fence) {
        var ends = label(fence, "ok")
                .flatMap(ok ->
                        label(fence, "failed").map(failed -> new TryOutcomes(ok, failed, label(fence, "unknown"))))
                .orElse(DEFAULT_TRY);
        var limit = fence.limit();
        return new Retry(Retry.MANUAL, fence.key().value().text(), limit.tries(), limit.waits(), ends);
    }

    private static Optional<String> label(Fence.Retry fence, String result) {
        return Optional.ofNullable(fence.outcomes().get(result)).map(Placed::value);
    }

    private List<Outcome> listed(List<OutcomeItem> items, int index) {
        return items.stream()
                .flatMap(item ->
                        target(item.aim(), index, item.aimAt())
                                .map(target -> new Outcome(item.label(), target))
                                .stream())
                .toList();
    }

    private List<Outcome> defaults(ReadStep read, int index) {
        var next = next(index);
        if (read.retry().isPresent()) {
            return List.of(
                    new Outcome(DEFAULT_TRY.ok(), next),
                    new Outcome(
                            DEFAULT_TRY.failed(), new Target.ToStep(read.draft().id())));
        }
        return next instanceof Target.Resolved
                ? List.of(new Outcome("Fixed", next), new Outcome("Not fixed", new Target.Escalate("")))
                : List.of(new Outcome("Done", next), new Outcome("Not fixed", next));
    }

    private Optional<Target> target(Aim aim, int index, Position at) {
        return switch (aim) {
            case Aim.Next _ -> Optional.of(next(index));
            case Aim.Resolved _ -> Optional.of(resolved(index));
            case Aim.Escalate escalate -> Optional.of(new Target.Escalate(escalate.reason()));
            case Aim.Link link -> links.target(link.address(), at);
            case Aim.Wait wait -> target(wait.then(), index, at).flatMap(then -> waiting(wait, then, at));
        };
    }

    private Optional<Target> waiting(Aim.Wait wait, Target then, Position at) {
        return switch (then) {
            case Target.ToStep _, Target.Escalate _ -> Optional.of(new Target.Wait(wait.time(), then));
            case Target.Resolved _, Target.ToRunbook _, Target.Wait _ -> {
                problems.error(at, "wait-then-ending", "a wait that ends the run", "a wait, then a step or escalate");
                yield Optional.empty();
            }
        };
    }

    /** The following step; after the last Mitigation step the first of Verification; after the last of all, the end. */
    private Target next(int index) {
        if (lastMitigation.orElse(-1) == index && firstVerification.isPresent()) {
            return to(firstVerification.getAsInt());
        }
        return index + 1 < steps.size() ? to(index + 1) : resolved(index);
    }

    /** Nobody calls it over before the Verification steps have been asked, where there are any. */
    private Target resolved(int index) {
        return firstVerification.isPresent() && steps.get(index).draft().part() != Part.VERIFICATION
                ? to(firstVerification.getAsInt())
                : new Target.Resolved();
    }

    private Target to(int index) {
        return new Target.ToStep(steps.get(index).draft().id());
    }
}
