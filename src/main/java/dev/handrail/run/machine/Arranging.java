package dev.handrail.run.machine;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Position;
import dev.handrail.run.RunState;
import dev.handrail.run.RunState.Silence;
import dev.handrail.run.fact.Arrangements;
import java.time.Instant;
import java.util.Optional;

/** How what people did besides walking changes the state of a run. Decides nothing, like {@link Evolution}. */
final class Arranging {
    private Arranging() {}

    static RunState evolve(RunState state, Act act, Instant at) {
        return switch (act) {
            case Act.Move move -> moved(state, move, at);
            case Act.Remark remark -> remarked(state, remark, at);
        };
    }

    private static RunState moved(RunState state, Act.Move move, Instant at) {
        return switch (move) {
            case Act.StepSkipped _ -> Evolution.heard(state, at);
            case Act.SteppedBack back ->
                Evolution.heard(state, at).with(state.progress().backTo(back.to()));
            case Act.RunbookChanged changed ->
                Evolution.taken(state, changed.by(), at)
                        .with(state.progress().anew())
                        .withNewer(Optional.empty());
            case Act.HandoverAccepted accepted -> accepted(state, accepted.by(), at);
        };
    }

    /** A colleague who takes an escalated incident over has not taken the escalation: whoever is told of it is told on. */
    private static RunState accepted(RunState state, Person by, Instant at) {
        return state.position() instanceof Position.Escalated
                ? state.withResponder(Optional.of(by)).with(state.arrangements().settled())
                : Evolution.handedTo(state, by, at);
    }

    private static RunState remarked(RunState state, Act.Remark remark, Instant at) {
        var agreed = state.arrangements();
        return switch (remark) {
            case Act.HandoverOffered offer ->
                spoke(state, offer.by(), at)
                        .with(agreed.offering(new Arrangements.Handover(offer.by(), offer.to(), offer.until())));
            case Act.HandoverDeclined _, Act.HandoverLapsed _ -> state.with(agreed.settled());
            case Act.NoteAdded note -> spoke(state, note.by(), at);
            case Act.SeverityChanged changed -> spoke(state, changed.by(), at).with(agreed.with(changed.to()));
            case Act.Muted muted -> spoke(state, muted.by(), at).with(agreed.quietUntil(muted.until()));
            case Act.Regrouped regrouped -> spoke(state, regrouped.by(), at);
            case Act.PersonAdded added -> spoke(state, added.by(), at).with(agreed.with(added.who()));
        };
    }

    /** Whoever is on it and speaks is not silent. Of others, and while a level is told, it ends nothing that waits. */
    private static RunState spoke(RunState state, Person by, Instant at) {
        var isOnIt = state.responder().filter(by::is).isPresent()
                && state.paging().isEmpty()
                && !(state.position() instanceof Position.OnStep now
                        && now.notBefore().isPresent())
                && state.isOpen();
        return isOnIt ? state.with(state.attention().with(new Silence(at, false))) : state;
    }
}
