package dev.handrail.run.machine;

import dev.handrail.run.Book;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Hindrance;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Walk;
import java.util.stream.Stream;

/**
 * What comes of the wish to go on with a newer revision. Only between two steps: not while a try runs, while nothing is to be
 * done, or while somebody else has it. Tries made and answers given stay as they are.
 */
final class Switching {
    private Switching() {}

    static Decision notice(Turn turn, Command.NoticeRevision noticed) {
        var same = turn.state().newer().equals(noticed.revision());
        return same || !turn.state().isOpen()
                ? turn.accepted()
                : turn.add(new RunEvent.NewerRevision(noticed.revision(), noticed.changes()))
                        .accepted();
    }

    static Decision decide(Turn turn, Command.SwitchRevision asked) {
        return switch (turn.state().position()) {
            case Position.Offered _ -> refuse(Hindrance.NOT_STARTED, "");
            case Position.Waiting _ -> refuse(Hindrance.WAITING, "");
            case Position.Escalated _, Position.HandedOff _ -> refuse(Hindrance.ESCALATED, "");
            case Position.Finished over -> Decision.refuse(Refusal.Over.of(over));
            case Position.OnStep now when now.openTry().isPresent() -> refuse(Hindrance.TRY_UNDER_WAY, "");
            case Position.OnStep now ->
                now.is(asked.step(), asked.attempt()) ? between(turn, asked) : Decision.refuse(new Refusal.Overtaken());
        };
    }

    private static Decision between(Turn turn, Command.SwitchRevision asked) {
        return switch (asked.newer()) {
            case Newer.Nothing _ -> refuse(Hindrance.NOTHING_NEWER, "");
            case Newer.Unusable unusable -> refuse(Hindrance.UNUSABLE, unusable.why());
            case Newer.Available newer ->
                newer.revision().equals(asked.seen())
                        ? switched(turn, asked, newer)
                        : refuse(Hindrance.CHANGED_AGAIN, "");
        };
    }

    private static Decision switched(Turn turn, Command.SwitchRevision asked, Newer.Available newer) {
        var landing = landing(turn.plan(), newer.plan(), turn.state());
        turn.add(new RunEvent.RevisionSwitched(asked.by(), turn.plan().edition(), newer.revision(), newer.changes()));
        var there = new Turn(newer.plan(), turn.state(), turn.now()).show(landing);
        return new Decision.Accepted(
                Stream.concat(turn.events().stream(), there.events().stream()).toList());
    }

    /**
     * Returns the step that a run goes on at: the one that it is on; where that is gone, the first that was never shown, so that
     * nothing which changes something is passed over; where all were, the start.
     */
    static Step landing(Plan before, Plan now, RunState state) {
        return state.step().flatMap(now::find).orElseGet(() -> {
            var walk = walk(before, now, state);
            return walk.steps().stream()
                    .filter(step -> !state.progress().shown().containsKey(step.id()))
                    .findFirst()
                    .orElseGet(walk::first);
        });
    }

    private static Walk walk(Plan before, Plan now, RunState state) {
        var path = state.step().flatMap(before::bookOf).map(Book::path);
        var same = now.books().stream()
                .filter(book -> path.filter(book.path()::equals).isPresent())
                .findFirst();
        return same.or(now::book)
                .map(Book::walk)
                .orElseThrow(() -> new IllegalStateException(
                        "only a plan with a runbook is newer than another, not one of " + now.owner()));
    }

    private static Decision refuse(Hindrance hindrance, String detail) {
        return Decision.refuse(new Refusal.CannotSwitch(hindrance, detail));
    }
}
