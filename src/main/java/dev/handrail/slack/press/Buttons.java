package dev.handrail.slack.press;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.slack.text.Kit;

/** The buttons that Handrail shows. Each says in words what pressing it does. */
public final class Buttons {
    private Buttons() {}

    public static Kit acknowledge(Ticket ticket) {
        return primary(button(say("buttons.acknowledge"), Verb.ACKNOWLEDGE, ticket));
    }

    /** Begins the walk of a part of a storm, from the storm's card. Its name differs from those of the others there. */
    public static Kit walk(Ticket ticket, String label) {
        return Kit.button(label, Verb.ACKNOWLEDGE.id((int) ticket.incident().value()))
                .with("value", ticket.encoded());
    }

    public static Kit takeOver(Ticket ticket) {
        return button(say("buttons.take-over"), Verb.TAKE_OVER, ticket);
    }

    public static Kit escalate(Ticket ticket) {
        return button(say("buttons.escalate"), Verb.ESCALATE, ticket);
    }

    public static Kit takePage(Ticket ticket) {
        return primary(button(say("buttons.take-page"), Verb.TAKE_PAGE, ticket));
    }

    public static Kit resolve(Ticket ticket) {
        return button(say("buttons.resolve"), Verb.RESOLVE, ticket);
    }

    public static Kit stillOnIt(Ticket ticket) {
        return button(say("buttons.still-on-it"), Verb.STILL_ON_IT, ticket);
    }

    public static Kit goOn(Ticket ticket) {
        return button(say("buttons.go-on"), Verb.GO_ON, ticket);
    }

    public static Kit startTry(Ticket ticket, int number, int limit) {
        return primary(button(say("buttons.start-try", number, limit), Verb.START_TRY, ticket));
    }

    /** @param number the place of the outcome among the step's, from 0 */
    public static Kit outcome(Ticket ticket, String label, int number) {
        return Kit.button(label, Verb.ANSWER.id(number))
                .with("value", ticket.withOutcome(number).encoded());
    }

    public static Kit somethingElse(Ticket ticket) {
        return button(say("buttons.something-else"), Verb.SOMETHING_ELSE, ticket);
    }

    public static Kit wholeStep(Ticket ticket) {
        return button(say("buttons.whole-step"), Verb.WHOLE_STEP, ticket);
    }

    public static Kit accept(Ticket ticket) {
        return primary(button(say("buttons.accept"), Verb.ACCEPT, ticket));
    }

    public static Kit decline(Ticket ticket) {
        return button(say("buttons.decline"), Verb.DECLINE, ticket);
    }

    public static Kit switchRevision(Ticket ticket) {
        return button(say("buttons.switch-revision"), Verb.SWITCH_REVISION, ticket);
    }

    /** @param number the place of the candidate among the offered, from 0 */
    public static Kit pick(Ticket ticket, String title, int number) {
        return Kit.button("%d · %s".formatted(number + 1, title), Verb.PICK.id(number))
                .with("value", ticket.withCandidate(number).encoded());
    }

    public static Kit noneFits(Ticket ticket) {
        return button(say("buttons.none-fits"), Verb.NONE_FITS, ticket);
    }

    /** Records a step that no runbook wrote. */
    public static Kit did(Ticket ticket) {
        return button(say("buttons.did"), Verb.DID, ticket);
    }

    /** A button of a modal, which asks on. */
    public static Kit plain(String label, Verb verb, Ticket ticket) {
        return button(label, verb, ticket);
    }

    private static Kit button(String label, Verb verb, Ticket ticket) {
        return Kit.button(label, verb.id()).with("value", ticket.encoded());
    }

    private static Kit primary(Kit button) {
        return button.with("style", "primary");
    }
}
