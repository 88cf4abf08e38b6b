package dev.handrail.slack.press;

import dev.handrail.alert.Severity;
import dev.handrail.incident.Person;
import dev.handrail.run.Command;
import dev.handrail.run.Fault;
import dev.handrail.run.IncidentView;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Upshot;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Step;
import java.util.Arrays;
import java.util.Optional;

/**
 * A button that somebody pressed, and what they typed: in Slack, or on the page where a walk goes on without it.
 *
 * @param sentence empty where nothing was asked
 * @param choice what was chosen besides, where there is a choice
 */
public record Press(Verb verb, Ticket ticket, Person by, Optional<String> sentence, Optional<String> choice) {
    /** Returns what it asks of a run; empty where the button is about a step or an outcome that the run does not have. */
    public Optional<Command> command(Optional<IncidentView> view) {
        var said = sentence.orElse("");
        return switch (verb) {
            case ACKNOWLEDGE -> Optional.of(new Command.Acknowledge(by));
            case TAKE_OVER -> Optional.of(new Command.TakeOver(by));
            case TAKE_PAGE -> Optional.of(new Command.TakePage(by));
            case STILL_ON_IT -> Optional.of(new Command.StillOnIt(by));
            case ESCALATE -> Optional.of(new Command.Escalate(by, said));
            case RESOLVE -> Optional.of(new Command.Resolve(by, said, choice.flatMap(Fix::of)));
            case ANSWER -> answer(view);
            case START_TRY -> ticket.place().map(at -> new Command.StartTry(by, at.step(), at.attempt(), 0));
            case GO_ON -> ticket.place().map(at -> new Command.GoOn(by, at.step(), at.attempt()));
            case SOMETHING_ELSE ->
                ticket.place().map(at -> new Command.SomethingElse(by, at.step(), at.attempt(), said));
            case REPORT ->
                ticket.place()
                        .flatMap(at -> choice.flatMap(Fault::of)
                                .map(fault -> new Command.ReportStep(by, at.step(), fault, said)));
            case NONE_FITS -> Optional.of(new Command.DeclineCandidates(by));
            case SKIP -> ticket.place().map(at -> new Command.Skip(by, at.step(), at.attempt(), said));
            case BACK -> ticket.place().map(at -> new Command.StepBack(by, at.step(), at.attempt()));
            case NOTE -> Optional.of(new Command.AddNote(by, said, false));
            case DID -> did(said);
            case REOPEN -> Optional.of(new Command.ReopenByHand(by, said));
            case SEVERITY -> view.flatMap(found -> severity(found, said));
            case ALL_STEPS, WHOLE_STEP, SWITCH_REVISION, PICK, MORE -> Optional.empty();
            case HAND_OVER, ACCEPT, DECLINE, WRONG_RUNBOOK, MUTE, ADD_PERSON, MERGE, SPLIT -> Optional.empty();
        };
    }

    private Optional<Command> did(String what) {
        return choice.flatMap(Upshot::of).map(upshot -> new Command.AddNote(by, what, false, Optional.of(upshot)));
    }

    private Optional<Command> severity(IncidentView view, String why) {
        return choice.flatMap(chosen -> Arrays.stream(Severity.values())
                        .filter(one -> one.name().equals(chosen))
                        .findFirst())
                .map(to -> new Command.ChangeSeverity(by, view.incident().severity(), to, why));
    }

    private Optional<Command> answer(Optional<IncidentView> view) {
        return ticket.place()
                .flatMap(at -> view.flatMap(this::outcome)
                        .map(outcome -> new Command.Answer(by, at.step(), at.attempt(), outcome.label())));
    }

    private Optional<Outcome> outcome(IncidentView view) {
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
