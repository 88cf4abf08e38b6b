package dev.handrail.preview;

import dev.handrail.incident.Person;
import dev.handrail.run.Command;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Step;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.press.Menu;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.text.Harmless;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that the author did as a responder would: kept by the page, so that a walk can be walked again when the file changes.
 *
 * @param verb a button's action id; {@link #TIME} or {@link #OVER} for what no button does
 * @param ticket a button's value
 * @param label what stood on the button: an outcome is found by it where its place has changed
 * @param sentence what was typed into a modal
 */
public record Press(String verb, String ticket, String label, String sentence) {
    /** Time passes until something is due. */
    public static final String TIME = "time";

    /** The source says that the condition is over. */
    public static final String OVER = "over";

    /** Returns what was chosen from a menu; of anything else, itself. */
    public Press chosen() {
        return Menu.read(verb, ticket)
                .map(choice -> new Press(choice.verb().id(), choice.ticket(), label, sentence))
                .orElse(this);
    }

    /** Returns what is asked of the run; empty where the run does not have what the button was about. */
    Optional<Command> command(Plan plan, Person by) {
        return switch (verb) {
            case TIME -> Optional.of(new Command.ClockStrikes());
            case OVER -> Optional.of(new Command.SourceResolves());
            default -> chosen().pressed(plan, by);
        };
    }

    private Optional<Command> pressed(Plan plan, Person by) {
        return Ticket.parse(ticket).flatMap(parsed -> Verb.of(verb).flatMap(known -> command(known, parsed, plan, by)));
    }

    private Optional<Command> command(Verb known, Ticket parsed, Plan plan, Person by) {
        return switch (known) {
            case ACKNOWLEDGE -> Optional.of(new Command.Acknowledge(by));
            case TAKE_OVER -> Optional.of(new Command.TakeOver(by));
            case TAKE_PAGE -> Optional.of(new Command.TakePage(by));
            case STILL_ON_IT -> Optional.of(new Command.StillOnIt(by));
            case ESCALATE -> Optional.of(new Command.Escalate(by, sentence));
            case RESOLVE -> Optional.of(new Command.Resolve(by, sentence));
            case ANSWER -> answer(parsed, plan, by);
            case START_TRY -> there(parsed, at -> new Command.StartTry(by, at.step(), at.attempt(), 0));
            case GO_ON -> there(parsed, at -> new Command.GoOn(by, at.step(), at.attempt()));
            case SOMETHING_ELSE ->
                there(parsed, at -> new Command.SomethingElse(by, at.step(), at.attempt(), sentence));
            case SKIP -> there(parsed, at -> new Command.Skip(by, at.step(), at.attempt(), sentence));
            case BACK -> there(parsed, at -> new Command.StepBack(by, at.step(), at.attempt()));
            case NOTE -> Optional.of(new Command.AddNote(by, sentence, false));
            case REOPEN -> Optional.of(new Command.ReopenByHand(by, sentence));
            case ALL_STEPS, WHOLE_STEP, REPORT, SWITCH_REVISION, PICK, NONE_FITS -> Optional.empty();
            case DID, HAND_OVER, ACCEPT, DECLINE, SEVERITY, WRONG_RUNBOOK, MUTE -> Optional.empty();
            case ADD_PERSON, MORE, MERGE, SPLIT -> Optional.empty();
        };
    }

    private static Optional<Command> there(Ticket parsed, Function<Ticket.Place, Command> command) {
        return parsed.place().map(command);
    }

    private Optional<Command> answer(Ticket parsed, Plan plan, Person by) {
        return parsed.place()
                .flatMap(at -> plan.find(at.step())
                        .flatMap(this::outcome)
                        .map(outcome -> new Command.Answer(by, at.step(), at.attempt(), outcome.label())));
    }

    private Optional<Outcome> outcome(Step step) {
        return step.outcomes().stream()
                .filter(outcome ->
                        Harmless.line(outcome.label(), SlackLimits.BUTTON_TEXT).equals(label))
                .findFirst();
    }
}
