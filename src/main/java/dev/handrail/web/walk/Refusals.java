package dev.handrail.web.walk;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.Person;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Happened;
import dev.handrail.run.desk.Handled;
import dev.handrail.slack.words.Names;
import dev.handrail.web.timeline.EventWords;
import dev.handrail.web.timeline.Times;

/** What somebody is told whose press changed nothing, in Slack's words where they say nothing of a thread. */
final class Refusals {
    static final String NOT_OFFERED =
            "That button is not one of this page, or its step is none of this run. Press one that is shown now.";
    static final String REPEATED = "That is on record already: it was sent twice, and recorded once.";
    static final String WATCHED = "This incident is only watched: nobody is told, and nobody walks it.";

    private Refusals() {}

    static String of(Person presser, Handled.Refused refused) {
        return switch (refused.refusal()) {
            case Refusal.Overtaken _ ->
                refused.first()
                        .map(first -> first(presser, first))
                        .orElse("This has moved on since. Here is what is next.");
            case Refusal.TakenBy taken -> taken(presser, taken.person());
            case Refusal.TooEarly early ->
                "Not yet: the next try may start from %s UTC. This page shows when it may."
                        .formatted(Times.clock(early.until()));
            case Refusal.NoSuchOutcome no -> say("replies.no-such-outcome", no.outcome());
            case Refusal.AlreadyEscalated _ -> say("replies.already-escalated");
            case Refusal.NotTaken notTaken ->
                notTaken.responder()
                        .map(on -> say("replies.not-taken.responder", on.name()))
                        .orElseGet(() -> say("replies.not-taken"));
            case Refusal.Over over ->
                over.into()
                        .map(into -> say("replies.over.merged-into", into))
                        .orElseGet(() -> say("replies.over", Names.of(over.ending())));
            case Refusal.CannotSwitch _, Refusal.OfDeed _ -> NOT_OFFERED;
        };
    }

    private static String first(Person presser, Happened first) {
        var told = EventWords.tell(first.event());
        var who = told.who()
                .map(by -> by.is(presser) ? say("replies.first.you") : say("replies.first.other", by.name()))
                .orElse("Handrail was");
        var outcome = told.outcome().map(label -> " “" + label + "”").orElse("");
        return "%s first, at %s UTC: %s%s. Here is what is next."
                .formatted(who, Times.clock(first.at()), told.what(), outcome);
    }

    private static String taken(Person presser, Person person) {
        return presser.is(person)
                ? say("replies.on-it")
                : "%s is on it already. Press Take over if the two of you agree.".formatted(person.name());
    }
}
