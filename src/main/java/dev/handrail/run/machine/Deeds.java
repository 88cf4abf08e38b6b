package dev.handrail.run.machine;

import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Ending;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import java.util.Optional;

/** What comes of what people do besides walking. */
final class Deeds {
    private Deeds() {}

    static Decision decide(Turn turn, Command.Deed deed) {
        return switch (deed) {
            case Command.Skip asked -> Detour.skip(turn, asked);
            case Command.StepBack asked -> Detour.back(turn, asked);
            case Command.ChangeRunbook asked -> Picking.change(turn, asked);
            case Command.OfferHandover asked -> HandingOver.offer(turn, asked);
            case Command.AcceptHandover asked -> HandingOver.accept(turn, asked.by());
            case Command.DeclineHandover asked -> HandingOver.decline(turn, asked.by());
            case Command.AddNote asked -> note(turn, asked);
            case Command.ChangeSeverity asked -> severity(turn, asked);
            case Command.AddPerson asked -> person(turn, asked);
            case Command.Mute asked ->
                turn.add(new Act.Muted(asked.by(), asked.until(), asked.silence(), asked.why()))
                        .accepted();
            case Command.MergeInto asked -> merge(turn, asked);
            case Command.Regroup asked -> turn.add(asked.act()).accepted();
            case Command.ReopenByHand asked -> reopen(turn, asked);
        };
    }

    private static Decision note(Turn turn, Command.AddNote asked) {
        return turn.add(new Act.NoteAdded(
                        asked.by(), turn.state().step(), asked.text(), asked.inThread(), asked.upshot()))
                .accepted();
    }

    private static Decision severity(Turn turn, Command.ChangeSeverity asked) {
        return asked.from() == asked.to()
                ? Decision.refuse(
                        new Refusal.SoAlready("Its severity is " + asked.to().word() + " already"))
                : turn.add(new Act.SeverityChanged(asked.by(), asked.from(), asked.to(), asked.why()))
                        .accepted();
    }

    private static Decision person(Turn turn, Command.AddPerson asked) {
        var there = turn.state().arrangements().knows(asked.who())
                || turn.state().responder().filter(asked.who()::is).isPresent();
        return there
                ? Decision.refuse(new Refusal.SoAlready(asked.who().name() + " is here already"))
                : turn.add(new Act.PersonAdded(asked.by(), asked.who(), asked.why()))
                        .accepted();
    }

    /** Not while a try runs: its result belongs to its step, and tries count wherever they are made. */
    private static Decision merge(Turn turn, Command.MergeInto asked) {
        var tries = turn.state().position() instanceof Position.OnStep now
                && now.openTry().isPresent();
        return tries
                ? Decision.refuse(new Refusal.TryUnderWay())
                : turn.add(new RunEvent.Finished(
                                Ending.MERGED,
                                Optional.of(asked.by()),
                                asked.why(),
                                Optional.empty(),
                                Optional.of(asked.into())))
                        .accepted();
    }

    /** What was merged goes on elsewhere, and its alerts with it. */
    private static Decision reopen(Turn turn, Command.ReopenByHand asked) {
        if (!(turn.state().position() instanceof Position.Finished over)) {
            return Decision.refuse(new Refusal.SoAlready("It is open already"));
        }
        return over.into().isPresent()
                ? Decision.refuse(Refusal.Over.of(over))
                : SourceWord.reopened(turn, asked.why(), Optional.of(asked.by()));
    }
}
