package dev.handrail.run.machine;

import dev.handrail.incident.Person;
import dev.handrail.run.Cause;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Ending;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import java.util.Optional;

/** What comes of a command that a person gave to an open run. */
final class PersonsWord {
    private PersonsWord() {}

    static Decision decide(Turn turn, Command.ByPerson command) {
        return switch (command) {
            case Command.Acknowledge asked -> take(turn, asked.by());
            case Command.TakeOver asked -> takeOver(turn, asked.by());
            case Command.TakePage asked -> takePage(turn, asked.by());
            case Command.Answer asked -> answer(turn, asked);
            case Command.StartTry asked -> startTry(turn, asked);
            case Command.SomethingElse asked -> somethingElse(turn, asked);
            case Command.Escalate asked -> escalate(turn, asked);
            case Command.GoOn asked -> goOn(turn, asked);
            case Command.StillOnIt asked -> stillOnIt(turn, asked.by());
            case Command.Resolve asked -> resolve(turn, asked);
            case Command.ReportStep asked -> report(turn, asked);
            case Command.SwitchRevision asked -> Switching.decide(turn, asked);
            case Command.PickRunbook asked -> Picking.pick(turn, asked);
            case Command.DeclineCandidates asked -> Picking.decline(turn, asked);
            case Command.Deed asked -> Deeds.decide(turn, asked);
        };
    }

    private static Decision take(Turn turn, Person by) {
        return switch (turn.state().position()) {
            case Position.Offered _ -> acknowledge(turn, by);
            case Position.Escalated _ -> turn.add(new RunEvent.PageTaken(by)).accepted();
            case Position.HandedOff now -> Decision.refuse(new Refusal.TakenBy(now.to()));
            case Position.OnStep _, Position.Waiting _, Position.Finished _ -> takenByResponder(turn);
        };
    }

    private static Decision acknowledge(Turn turn, Person by) {
        turn.add(new RunEvent.Acknowledged(by));
        var over = turn.state().condition().calmSince().isPresent();
        var first = turn.plan().book().map(book -> book.walk().first());
        turn.show(over || first.isEmpty() ? turn.plan().closing(Optional.empty()) : first.get());
        return turn.accepted();
    }

    private static Decision takenByResponder(Turn turn) {
        return Decision.refuse(
                turn.state().responder().<Refusal>map(Refusal.TakenBy::new).orElseGet(Refusal.Overtaken::new));
    }

    private static Decision takeOver(Turn turn, Person by) {
        var from = turn.state().responder();
        return switch (turn.state().position()) {
            case Position.Offered _, Position.Escalated _ -> take(turn, by);
            case Position.OnStep _, Position.Waiting _, Position.HandedOff _, Position.Finished _ ->
                from.filter(by::is).isPresent()
                        ? takenByResponder(turn)
                        : turn.add(new RunEvent.TookOver(by, from)).accepted();
        };
    }

    private static Decision takePage(Turn turn, Person by) {
        if (turn.state().paging().isEmpty() || turn.state().position() instanceof Position.Offered) {
            return take(turn, by);
        }
        return turn.add(new RunEvent.PageTaken(by)).accepted();
    }

    private static Decision answer(Turn turn, Command.Answer asked) {
        if (!(turn.state().position() instanceof Position.OnStep now && now.is(asked.step(), asked.attempt()))) {
            return overtaken();
        }
        var step = turn.plan().step(asked.step());
        var outcome = step.outcome(asked.outcome()).filter(known -> now.offers(step, known.label()));
        if (outcome.isEmpty()) {
            return Decision.refuse(new Refusal.NoSuchOutcome(asked.outcome()));
        }
        var target = outcome.get().target();
        var verify = SourceWord.isOwed(turn, now, target);
        turn.add(new RunEvent.Answered(asked.by(), asked.step(), asked.attempt(), asked.outcome()));
        return (verify ? SourceWord.ask(turn) : turn.arrive(target, Optional.of(asked.by()))).accepted();
    }

    private static Decision startTry(Turn turn, Command.StartTry asked) {
        if (!(turn.state().position() instanceof Position.OnStep now
                && now.is(asked.step(), asked.attempt())
                && now.openTry().isEmpty())) {
            return overtaken();
        }
        var step = turn.plan().step(asked.step());
        if (step.retry().isEmpty()) {
            return overtaken();
        }
        if (now.notBefore().filter(until -> until.isAfter(turn.now())).isPresent()) {
            return Decision.refuse(new Refusal.TooEarly(now.notBefore().get()));
        }
        var made = turn.state().triesOf(asked.step());
        if (made + asked.elsewhere() >= step.retry().get().limit()) {
            return turn.escalate(Cause.RETRY_LIMIT, step.title(), Optional.of(asked.by()))
                    .accepted();
        }
        return turn.add(new RunEvent.TryStarted(asked.by(), asked.step(), asked.attempt(), made + 1))
                .accepted();
    }

    private static Decision somethingElse(Turn turn, Command.SomethingElse asked) {
        var here = switch (turn.state().position()) {
            case Position.OnStep now -> now.is(asked.step(), asked.attempt());
            case Position.Waiting now -> now.is(asked.step(), asked.attempt());
            case Position.Offered _, Position.Escalated _, Position.HandedOff _, Position.Finished _ -> false;
        };
        return here
                ? turn.escalate(Cause.SOMETHING_ELSE, asked.sentence(), Optional.of(asked.by()))
                        .accepted()
                : overtaken();
    }

    private static Decision escalate(Turn turn, Command.Escalate asked) {
        var by = Optional.of(asked.by());
        return switch (turn.state().position()) {
            case Position.Escalated _
            when turn.state().paging().isPresent() -> Decision.refuse(new Refusal.AlreadyEscalated());
            case Position.HandedOff now ->
                turn.add(new RunEvent.Escalated(Cause.BY_HAND, asked.sentence(), by, now.step(), true))
                        .tell(turn.levelAbove(), 0)
                        .accepted();
            case Position.Offered _, Position.OnStep _, Position.Waiting _, Position.Escalated _, Position.Finished _ ->
                turn.escalate(Cause.BY_HAND, asked.sentence(), by).accepted();
        };
    }

    private static Decision goOn(Turn turn, Command.GoOn asked) {
        if (turn.state().position() instanceof Position.Waiting now && now.is(asked.step(), asked.attempt())) {
            return turn.add(new RunEvent.WaitEnded(Optional.of(asked.by())))
                    .arrive(now.then(), Optional.of(asked.by()))
                    .accepted();
        }
        return overtaken();
    }

    private static Decision stillOnIt(Turn turn, Person by) {
        return switch (turn.state().position()) {
            case Position.OnStep _, Position.HandedOff _ ->
                turn.state().responder().filter(by::is).isPresent()
                        ? turn.add(new RunEvent.StillOnIt(by)).accepted()
                        : takenByResponder(turn);
            case Position.Offered _, Position.Waiting _, Position.Escalated _, Position.Finished _ -> overtaken();
        };
    }

    private static Decision resolve(Turn turn, Command.Resolve asked) {
        if (turn.state().position() instanceof Position.HandedOff) {
            return turn.add(new RunEvent.Finished(
                            Ending.RESOLVED, Optional.of(asked.by()), asked.sentence(), asked.fix(), Optional.empty()))
                    .accepted();
        }
        return Decision.refuse(new Refusal.NotTaken(turn.state().responder()));
    }

    /** Also after the end: what somebody typed while the others went on is still true of the runbook. */
    private static Decision report(Turn turn, Command.ReportStep asked) {
        var book = turn.plan().bookOf(asked.step());
        if (book.isEmpty()) {
            return overtaken();
        }
        var step = book.get().walk().step(asked.step());
        return turn.add(new RunEvent.StepReported(
                        asked.by(),
                        asked.step(),
                        book.get().revision(),
                        book.get().file(),
                        step.line(),
                        asked.fault(),
                        asked.sentence(),
                        book.get().policy().levels().getFirst().tell()))
                .accepted();
    }

    private static Decision overtaken() {
        return Decision.refuse(new Refusal.Overtaken());
    }
}
