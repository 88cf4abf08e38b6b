package dev.handrail.slack.inbound;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Ending;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.Handled;
import dev.handrail.slack.text.Phrase;
import java.util.Optional;

/** What somebody is told whose press changed nothing: who was first, and what to do instead. */
final class Replies {
    static final Phrase TOO_OLD = Phrase.of(
            "This button is about a step that the run does not have. The newest message in the thread has the right ones.");

    static final Phrase FAILED = Phrase.of("That did not work, and trying again did not help. It has been noted for the"
            + " operators of Handrail. Nothing was changed.");

    private Replies() {}

    /** Returns what somebody is told of a command that was done; empty where the thread shows it anyway. */
    static Optional<Phrase> confirmation(Command done) {
        return done instanceof Command.ReportStep report
                ? Optional.of(Phrase.of(
                        "Thank you. Your report that the step is %s is on record, and whoever owns the runbook gets it. The"
                                + " walk goes on: press what happened, or Something else.",
                        report.fault().word()))
                : Optional.empty();
    }

    static Phrase to(Person presser, Handled.Refused refused) {
        return switch (refused.refusal()) {
            case Refusal.Overtaken _ ->
                refused.first()
                        .map(first -> first(presser, first))
                        .orElseGet(() -> Phrase.of(
                                "This has moved on since. The newest message in the thread says what is next."));
            case Refusal.TakenBy taken -> taken(presser, taken.person());
            case Refusal.TooEarly early ->
                Phrase.of("Not yet: the next try may start from %s. You are told here when it may.", early.until());
            case Refusal.NoSuchOutcome no ->
                Phrase.of(
                        "“%s” cannot be said now: that is the end of a try, or not of one. Press a button that the step"
                                + " shows now.",
                        no.outcome());
            case Refusal.AlreadyEscalated _ ->
                Phrase.of("The owner is being told already. Press I've got it if you take it.");
            case Refusal.NotTaken notTaken ->
                notTaken.responder()
                        .map(on -> Phrase.of(
                                "Nobody has taken the escalation, and %s is on the steps. They end it.", on.name()))
                        .orElseGet(() -> Phrase.of("Nobody has taken it yet. Press I've got it first, then Resolved."));
            case Refusal.CannotSwitch cannot -> cannotSwitch(cannot);
            case Refusal.OfDeed no -> ofDeed(no);
            case Refusal.Over over -> over(over);
        };
    }

    private static Phrase over(Refusal.Over over) {
        return over.into()
                .map(into -> Phrase.of(
                        "It is over already: it was merged into incident %s, and goes on there. Nothing was changed.",
                        into))
                .orElseGet(() -> Phrase.of("It is over already: %s. Nothing was changed.", ending(over.ending())));
    }

    private static Phrase cannotMerge(Refusal.CannotMerge cannot) {
        var other = cannot.other();
        return switch (cannot.bar()) {
            case ITSELF -> Phrase.of("This is incident %s itself. Choose another one to merge it into.", other);
            case NO_SUCH_INCIDENT ->
                Phrase.of(
                        "There is no such incident. Choose one from the list, or write its number. Nothing was changed.");
            case OVER -> Phrase.of("Incident %s is over. Choose one that is open. Nothing was changed.", other);
            case MERGED_HERE -> Phrase.of("Incident %s was merged into this one already. Nothing was changed.", other);
            case OTHER_KIND ->
                Phrase.of(
                        "One of the two is a drill on a made-up alert, and incident %s and this one must not mix. Nothing"
                                + " was changed.",
                        other);
            case STORM ->
                Phrase.of("One of the two stands for a storm, which gathers its parts by itself. Nothing was changed.");
        };
    }

    private static Phrase cannotSplit(Refusal.CannotSplit cannot) {
        return switch (cannot.bar()) {
            case NONE_OF_THEM ->
                Phrase.of(
                        "None of those alerts is in this incident now: somebody may have moved them. Nothing was changed.");
            case ALL_OF_THEM ->
                Phrase.of("These are all its alerts, and an incident keeps at least one. Choose fewer, or press Wrong"
                        + " runbook… on the card. Nothing was changed.");
        };
    }

    private static Phrase ofDeed(Refusal.OfDeed refusal) {
        return switch (refusal) {
            case Refusal.TryUnderWay _ ->
                Phrase.of("A try is under way, and its result belongs to this step. Press how it ended first.");
            case Refusal.NoStepBefore _ -> Phrase.of("This is the first step: there is none to go back to.");
            case Refusal.LastQuestion _ ->
                Phrase.of("This is the last question, and nothing comes after it: press what you see.");
            case Refusal.ForAnother another ->
                Phrase.of(
                        "%s was asked, not you. Press Take over on the card if the two of you agree.",
                        another.person().name());
            case Refusal.CannotMerge cannot -> cannotMerge(cannot);
            case Refusal.CannotSplit cannot -> cannotSplit(cannot);
            case Refusal.SoAlready so -> Phrase.of("%s. Nothing was changed.", so.what());
        };
    }

    private static Phrase cannotSwitch(Refusal.CannotSwitch cannot) {
        return switch (cannot.hindrance()) {
            case NOT_STARTED -> Phrase.of("Nobody is on it yet. Press I'm on it on the card first.");
            case TRY_UNDER_WAY ->
                Phrase.of(
                        "A try is under way, and its result belongs to the step as it stands. Press how it ended; then"
                                + " you can use the newer revision.");
            case WAITING ->
                Phrase.of(
                        "The run is waiting. Use the newer revision once the next step is shown, or press Go on now.");
            case ESCALATED ->
                Phrase.of("This is with the owner now: there are no steps to go on with, in any revision.");
            case NOTHING_NEWER ->
                Phrase.of("The library holds nothing newer any more: this run is on what it has. Nothing was changed.");
            case CHANGED_AGAIN ->
                Phrase.of("The runbook has changed again since you were shown what is different. Press the button once"
                        + " more to see it.");
            case UNUSABLE -> Phrase.of("That cannot be used: %s.", cannot.detail());
        };
    }

    private static Phrase first(Person presser, Happened first) {
        return switch (first.event()) {
            case RunEvent.Answered answer ->
                Phrase.of(
                        "%s first: %s, at %s. The newest message in the thread has the next step.",
                        was(presser, answer.by()), answer.outcome(), first.at());
            case RunEvent.TryStarted tried ->
                Phrase.of(
                        "%s first: try %s was started at %s. Press how it ended once you know.",
                        was(presser, tried.by()), tried.number(), first.at());
            case RunEvent.RunbookPicked picked ->
                Phrase.of(
                        "%s first: %s was picked at %s. The newest message in the thread has its step.",
                        was(presser, picked.by()), picked.runbook(), first.at());
            case RunEvent.Escalated escalated ->
                Phrase.of(
                        "This was escalated at %s%s. The steps have stopped here.",
                        first.at(),
                        escalated.by().map(by -> Phrase.of(" by %s", by.name())).orElse(Phrase.NONE));
            case RunEvent.Opened _, RunEvent.AlertsJoined _, RunEvent.Acknowledged _, RunEvent.TookOver _ ->
                movedOn(first);
            case RunEvent.StepShown _, RunEvent.WaitBegan _, RunEvent.WaitEnded _, RunEvent.BackoffEnded _ ->
                movedOn(first);
            case RunEvent.Reminded _, RunEvent.LevelTold _, RunEvent.PageTaken _, RunEvent.StillOnIt _ ->
                movedOn(first);
            case RunEvent.SourceResolved _, RunEvent.SourceFiredAgain _, RunEvent.Finished _, RunEvent.Reopened _ ->
                movedOn(first);
            case RunEvent.StepReported _, RunEvent.NewerRevision _, RunEvent.RevisionSwitched _ -> movedOn(first);
            case RunEvent.CandidatesDeclined _, RunEvent.Held _ -> movedOn(first);
            case Act act -> act(presser, act, first);
        };
    }

    private static Phrase act(Person presser, Act act, Happened first) {
        return switch (act) {
            case Act.Remark _, Act.RunbookChanged _ -> movedOn(first);
            case Act.StepSkipped skipped ->
                Phrase.of(
                        "%s first: the step was skipped at %s. The newest message in the thread has the next one.",
                        was(presser, skipped.by()), first.at());
            case Act.SteppedBack back -> Phrase.of("%s first: went back at %s.", was(presser, back.by()), first.at());
            case Act.HandoverAccepted accepted ->
                Phrase.of("%s first: accepted at %s.", was(presser, accepted.by()), first.at());
        };
    }

    private static Phrase movedOn(Happened first) {
        return Phrase.of("This has moved on at %s. The newest message in the thread says what is next.", first.at());
    }

    private static String was(Person presser, Person first) {
        return presser.id().equals(first.id()) ? "You were" : first.name() + " was";
    }

    private static Phrase taken(Person presser, Person person) {
        return presser.id().equals(person.id())
                ? Phrase.of("You are on it already. Thank you.")
                : Phrase.of("%s is on it already. Press Take over on the card if the two of you agree.", person.name());
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case RESOLVED -> "resolved";
            case RESOLVED_BY_SOURCE -> "resolved, by its source's word";
            case RESOLVED_UNATTENDED -> "it went away by itself";
            case MERGED -> "it was merged into another incident";
        };
    }
}
