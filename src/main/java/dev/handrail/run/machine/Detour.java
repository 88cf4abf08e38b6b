package dev.handrail.run.machine;

import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Position;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Walk;
import java.util.Optional;

/**
 * What comes of leaving the way that the runbook wrote: a step that is skipped, and one that is gone back to. Not while a try
 * runs, whose result belongs to its step.
 */
final class Detour {
    private Detour() {}

    static Decision skip(Turn turn, Command.Skip asked) {
        if (!(turn.state().position() instanceof Position.OnStep now && now.is(asked.step(), asked.attempt()))) {
            return Decision.refuse(new Refusal.Overtaken());
        }
        if (now.openTry().isPresent()) {
            return Decision.refuse(new Refusal.TryUnderWay());
        }
        return after(turn, turn.plan().step(asked.step()))
                .map(next -> turn.isUsedUp(next)
                        ? usedUp(next)
                        : turn.add(new Act.StepSkipped(asked.by(), asked.step(), asked.attempt(), asked.reason()))
                                .show(next)
                                .accepted())
                .orElseGet(() -> Decision.refuse(new Refusal.LastQuestion()));
    }

    /** The one that the file has next; after the last, the question whether it is over. */
    private static Optional<Step> after(Turn turn, Step step) {
        var next = turn.plan().bookOf(step.id()).flatMap(book -> next(book.walk(), step));
        return next.or(() -> Optional.of(turn.plan().closing(Optional.of(step.id())))
                .filter(_ -> step.part() != Step.Part.VERIFICATION));
    }

    private static Optional<Step> next(Walk walk, Step step) {
        return walk.steps().stream()
                .dropWhile(other -> !other.id().equals(step.id()))
                .skip(1)
                .findFirst();
    }

    static Decision back(Turn turn, Command.StepBack asked) {
        return switch (turn.state().position()) {
            case Position.OnStep now when !now.is(asked.step(), asked.attempt()) -> overtaken();
            case Position.OnStep now when now.openTry().isPresent() -> Decision.refuse(new Refusal.TryUnderWay());
            case Position.OnStep _ ->
                turn.state()
                        .progress()
                        .previous()
                        .flatMap(turn.plan()::find)
                        .map(to -> shown(turn, asked, to))
                        .orElseGet(() -> Decision.refuse(new Refusal.NoStepBefore()));
            case Position.Waiting now ->
                now.is(asked.step(), asked.attempt())
                        ? shown(turn, asked, turn.plan().step(now.step()))
                        : overtaken();
            case Position.Offered _, Position.Escalated _, Position.HandedOff _, Position.Finished _ -> overtaken();
        };
    }

    private static Decision shown(Turn turn, Command.StepBack asked, Step to) {
        return turn.isUsedUp(to)
                ? usedUp(to)
                : turn.add(new Act.SteppedBack(asked.by(), asked.step(), asked.attempt(), to.id()))
                        .show(to)
                        .accepted();
    }

    /** To show it would page its owner, and nobody who looks around means to. */
    private static Decision usedUp(Step step) {
        return Decision.refuse(new Refusal.SoAlready("That leads to “" + step.title()
                + "”, and every try that it allows has been made: press what you see, or Something else"));
    }

    private static Decision overtaken() {
        return Decision.refuse(new Refusal.Overtaken());
    }
}
