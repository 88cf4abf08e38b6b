package dev.handrail.slack.inbound;

import dev.handrail.run.Candidate;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Newer;
import dev.handrail.runbook.Revision;
import dev.handrail.slack.inbound.Asked.Pressed;
import dev.handrail.slack.press.Press;
import dev.handrail.slack.press.Ticket;
import java.util.Optional;

/** What a press asks of a run. */
final class Commands {
    private Commands() {}

    /** Returns the command; empty where the button is about a step or an outcome that the run does not have. */
    static Optional<Command> of(Pressed pressed, Ticket ticket, Optional<IncidentView> view) {
        return new Press(pressed.verb(), ticket, pressed.by(), pressed.sentence(), pressed.choice()).command(view);
    }

    /** Returns the wish to go on with what the library holds: said to the changes that were shown, or about to be shown them. */
    static Optional<Command.SwitchRevision> switching(Pressed pressed, Ticket ticket, Newer newer) {
        var current = newer instanceof Newer.Available available ? available.revision() : new Revision("none");
        var seen = pressed.choice().map(Revision::new).orElse(current);
        return ticket.place().map(at -> new Command.SwitchRevision(pressed.by(), at.step(), at.attempt(), seen, newer));
    }

    /** Returns the offered runbook that a button picks; empty where the run was never offered it. */
    static Optional<Candidate> candidate(Ticket ticket, IncidentView view) {
        var offered = view.plan().candidates();
        return ticket.candidate().isPresent() && ticket.candidate().getAsInt() < offered.size()
                ? Optional.of(offered.get(ticket.candidate().getAsInt()))
                : Optional.empty();
    }
}
