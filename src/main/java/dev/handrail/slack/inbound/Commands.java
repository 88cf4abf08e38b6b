package dev.handrail.slack.inbound;

import dev.handrail.alert.Severity;
import dev.handrail.run.Candidate;
import dev.handrail.run.Command;
import dev.handrail.run.Fault;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Newer;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Upshot;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Step;
import dev.handrail.slack.inbound.Asked.Pressed;
import dev.handrail.slack.press.Ticket;
import java.util.Arrays;
import java.util.Optional;

/** What a press asks of a run. */
final class Commands {
    private Commands() {}

    /** Returns the command; empty where the button is about a step or an outcome that the run does not have. */
    static Optional<Command> of(Pressed pressed, Ticket ticket, Optional<IncidentView> view) {
        var by = pressed.by();
        var sentence = pressed.sentence().orElse("");
        return switch (pressed.verb()) {
            case ACKNOWLEDGE -> Optional.of(new Command.Acknowledge(by));
            case TAKE_OVER -> Optional.of(new Command.TakeOver(by));
            case TAKE_PAGE -> Optional.of(new Command.TakePage(by));
            case STILL_ON_IT -> Optional.of(new Command.StillOnIt(by));
            case ESCALATE -> Optional.of(new Command.Escalate(by, sentence));
            case RESOLVE ->
                Optional.of(new Command.Resolve(by, sentence, pressed.choice().flatMap(Fix::of)));
            case ANSWER -> answer(pressed, ticket, view);
            case START_TRY -> ticket.place().map(at -> new Command.StartTry(by, at.step(), at.attempt(), 0));
            case GO_ON -> ticket.place().map(at -> new Command.GoOn(by, at.step(), at.attempt()));
            case SOMETHING_ELSE ->
                ticket.place().map(at -> new Command.SomethingElse(by, at.step(), at.attempt(), sentence));
            case REPORT ->
                ticket.place()
                        .flatMap(at -> pressed.choice()
                                .flatMap(Fault::of)
                                .map(fault -> new Command.ReportStep(by, at.step(), fault, sentence)));
            case NONE_FITS -> Optional.of(new Command.DeclineCandidates(by));
            case SKIP -> ticket.place().map(at -> new Command.Skip(by, at.step(), at.attempt(), sentence));
            case BACK -> ticket.place().map(at -> new Command.StepBack(by, at.step(), at.attempt()));
            case NOTE -> Optional.of(new Command.AddNote(by, sentence, false));
            case DID -> did(pressed, sentence);
            case REOPEN -> Optional.of(new Command.ReopenByHand(by, sentence));
            case SEVERITY -> view.flatMap(found -> severity(pressed, found, sentence));
            case ALL_STEPS, WHOLE_STEP, SWITCH_REVISION, PICK, MORE -> Optional.empty();
            case HAND_OVER, ACCEPT, DECLINE, WRONG_RUNBOOK, MUTE, ADD_PERSON, MERGE, SPLIT -> Optional.empty();
        };
    }

    private static Optional<Command> did(Pressed pressed, String what) {
        return pressed.choice()
                .flatMap(Upshot::of)
                .map(upshot -> new Command.AddNote(pressed.by(), what, false, Optional.of(upshot)));
    }

    private static Optional<Command> severity(Pressed pressed, IncidentView view, String why) {
        return pressed.choice()
                .flatMap(chosen -> Arrays.stream(Severity.values())
                        .filter(one -> one.name().equals(chosen))
                        .findFirst())
                .map(to ->
                        new Command.ChangeSeverity(pressed.by(), view.incident().severity(), to, why));
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

    private static Optional<Command> answer(Pressed pressed, Ticket ticket, Optional<IncidentView> view) {
        return ticket.place()
                .flatMap(at -> view.flatMap(found -> outcome(found, ticket))
                        .map(outcome -> new Command.Answer(pressed.by(), at.step(), at.attempt(), outcome.label())));
    }

    private static Optional<Outcome> outcome(IncidentView view, Ticket ticket) {
        if (ticket.outcome().isEmpty()) {
            return Optional.empty();
        }
        var index = ticket.outcome().getAsInt();
        return ticket.place()
                .flatMap(at -> view.plan().find(at.step()))
                .map(Step::outcomes)
                .filter(outcomes -> index < outcomes.size())
                .map(outcomes -> outcomes.get(index));
    }
}
