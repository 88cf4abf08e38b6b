package dev.handrail.run.machine;

import dev.handrail.run.Act;
import dev.handrail.run.Book;
import dev.handrail.run.Candidate;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Hindrance;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Newer;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What comes of a person's word on which runbook is the right one: one that was offered for an unknown failure, or another than
 * the run is on. The first to pick one is the responder,
 * as with an acknowledgement; whoever has the failure already is asked first.
 */
final class Picking {
    private Picking() {}

    static Decision pick(Turn turn, Command.PickRunbook asked) {
        if (turn.plan().book().isPresent() || !turn.plan().candidates().contains(asked.candidate())) {
            return Decision.refuse(new Refusal.Overtaken());
        }
        return switch (turn.state().position()) {
            case Position.Offered _, Position.Escalated _ -> picked(turn, asked);
            case Position.HandedOff _, Position.OnStep _ ->
                turn.state()
                        .responder()
                        .filter(on -> !on.is(asked.by()))
                        .map(on -> Decision.refuse(new Refusal.TakenBy(on)))
                        .orElseGet(() -> picked(turn, asked));
            case Position.Waiting _, Position.Finished _ -> Decision.refuse(new Refusal.Overtaken());
        };
    }

    private static Decision picked(Turn turn, Command.PickRunbook asked) {
        return switch (asked.found()) {
            case Newer.Available found -> begun(turn, asked, found);
            case Newer.Unusable found -> Decision.refuse(new Refusal.CannotSwitch(Hindrance.UNUSABLE, found.why()));
            case Newer.Nothing _ -> Decision.refuse(new Refusal.Overtaken());
        };
    }

    private static Decision begun(Turn turn, Command.PickRunbook asked, Newer.Available found) {
        turn.add(new RunEvent.RunbookPicked(
                asked.by(),
                asked.candidate().runbook(),
                found.revision(),
                asked.candidate().why(),
                turn.plan().candidates().stream().map(Candidate::runbook).toList()));
        return first(turn, found.plan());
    }

    /** Shows where a run begins that is pinned to another plan from now on. */
    private static Decision first(Turn turn, Plan plan) {
        var over = turn.state().condition().calmSince().isPresent();
        var first = plan.book().filter(_ -> !over).map(book -> book.walk().first());
        var there =
                new Turn(plan, turn.state(), turn.now()).show(first.orElseGet(() -> plan.closing(Optional.empty())));
        return new Decision.Accepted(
                Stream.concat(turn.events().stream(), there.events().stream()).toList());
    }

    /** The runbook that was matched, picked or changed to before is not the right one: somebody says which is. */
    static Decision change(Turn turn, Command.ChangeRunbook asked) {
        return switch (turn.state().position()) {
            case Position.OnStep now when now.openTry().isPresent() -> Decision.refuse(new Refusal.TryUnderWay());
            case Position.Offered _, Position.Escalated _ -> changed(turn, asked);
            case Position.OnStep _, Position.Waiting _, Position.HandedOff _ ->
                turn.state()
                        .responder()
                        .filter(on -> !on.is(asked.by()))
                        .map(on -> Decision.refuse(new Refusal.TakenBy(on)))
                        .orElseGet(() -> changed(turn, asked));
            case Position.Finished over -> Decision.refuse(Refusal.Over.of(over));
        };
    }

    private static Decision changed(Turn turn, Command.ChangeRunbook asked) {
        var before = turn.plan().book().map(Book::id);
        if (before.filter(asked.runbook()::equals).isPresent()) {
            return Decision.refuse(new Refusal.SoAlready("This is the runbook that it is on"));
        }
        return switch (asked.found()) {
            case Newer.Available found ->
                first(
                        turn.add(new Act.RunbookChanged(
                                asked.by(), before, asked.runbook(), found.revision(), asked.why())),
                        found.plan());
            case Newer.Unusable found -> Decision.refuse(new Refusal.CannotSwitch(Hindrance.UNUSABLE, found.why()));
            case Newer.Nothing _ -> Decision.refuse(new Refusal.Overtaken());
        };
    }

    /** It stops nothing: whoever is being told is told on. */
    static Decision decline(Turn turn, Command.DeclineCandidates asked) {
        return turn.plan().book().isPresent() || turn.plan().candidates().isEmpty()
                ? Decision.refuse(new Refusal.Overtaken())
                : turn.add(new RunEvent.CandidatesDeclined(asked.by())).accepted();
    }
}
