package dev.handrail.run.machine;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.RunState;
import dev.handrail.run.fact.Arrangements.Handover;
import java.util.Optional;

/**
 * What comes of handing over. Whoever hands over has it until the other accepts: unanswered, it goes back after the time in which
 * an alert is to be acknowledged.
 */
final class HandingOver {
    private HandingOver() {}

    static Decision offer(Turn turn, Command.OfferHandover asked) {
        var on = turn.state().responder();
        if (on.filter(asked.by()::is).isEmpty()) {
            return Decision.refuse(on.<Refusal>map(Refusal.TakenBy::new)
                    .orElseGet(() -> new Refusal.SoAlready("Nobody is on it yet, so anybody can take it")));
        }
        if (asked.by().is(asked.to())) {
            return Decision.refuse(new Refusal.SoAlready("You are on it already"));
        }
        if (pending(turn).map(Handover::to).filter(asked.to()::is).isPresent()) {
            return Decision.refuse(new Refusal.SoAlready(asked.to().name() + " has been asked already"));
        }
        var patience = turn.plan().policyAt(turn.state().step()).acknowledgeWithin();
        return turn.add(new Act.HandoverOffered(
                        asked.by(), asked.to(), asked.note(), turn.now().plus(patience), asked.shift(), asked.lead()))
                .accepted();
    }

    static Decision accept(Turn turn, Person by) {
        return asked(turn, by)
                .orElseGet(
                        () -> turn.add(new Act.HandoverAccepted(by, from(turn))).accepted());
    }

    static Decision decline(Turn turn, Person by) {
        return asked(turn, by)
                .orElseGet(
                        () -> turn.add(new Act.HandoverDeclined(by, from(turn))).accepted());
    }

    static void lapse(Turn turn, Handover offer) {
        turn.add(new Act.HandoverLapsed(offer.to(), offer.from()));
    }

    /** Returns why it is not theirs to answer; empty where it is. */
    private static Optional<Decision> asked(Turn turn, Person by) {
        var pending = pending(turn);
        if (pending.isEmpty()) {
            return Optional.of(Decision.refuse(new Refusal.Overtaken()));
        }
        return pending.map(Handover::to)
                .filter(to -> !to.is(by))
                .map(to -> Decision.refuse(new Refusal.ForAnother(to)));
    }

    private static Person from(Turn turn) {
        return pending(turn).map(Handover::from).orElseThrow();
    }

    private static Optional<Handover> pending(Turn turn) {
        return pending(turn.state());
    }

    static Optional<Handover> pending(RunState state) {
        return state.arrangements().handover();
    }
}
