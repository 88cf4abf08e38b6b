package dev.handrail.slack.inbound;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.Handled;
import dev.handrail.slack.gateway.Outcome;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.Optional;

/** What somebody is told whose press changed nothing: who was first, and what to do instead. */
final class Replies {
    static final Phrase TOO_OLD = Phrase.say("replies.too-old");

    static final Phrase TOO_LATE = Phrase.say("replies.too-late");

    static final Phrase FAILED = Phrase.say("replies.failed");

    private Replies() {}

    /** Returns what somebody is told of a command that was done; empty where the thread shows it anyway. */
    static Optional<Phrase> confirmation(Command done) {
        return done instanceof Command.ReportStep report
                ? Optional.of(Phrase.say("replies.reported", Names.of(report.fault())))
                : Optional.empty();
    }

    /** Returns what somebody is told whose modal Slack did not open; empty where they see one. */
    static Optional<Phrase> unopened(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent _ -> Optional.empty();
            case Outcome.Refused refused when refused.error().equals("exchanged_trigger_id") -> Optional.empty();
            case Outcome.Refused refused when refused.error().endsWith("_trigger_id") -> Optional.of(TOO_LATE);
            case Outcome.Refused _, Outcome.RateLimited _, Outcome.Ambiguous _ ->
                Optional.of(Phrase.say("replies.no-form"));
        };
    }

    static Phrase to(Person presser, Handled.Refused refused) {
        return switch (refused.refusal()) {
            case Refusal.Overtaken _ ->
                refused.first().map(first -> first(presser, first)).orElseGet(() -> Phrase.say("replies.moved-on"));
            case Refusal.TakenBy taken -> taken(presser, taken.person());
            case Refusal.TooEarly early -> Phrase.say("replies.too-early", early.until());
            case Refusal.NoSuchOutcome no -> Phrase.say("replies.no-such-outcome", no.outcome());
            case Refusal.AlreadyEscalated _ -> Phrase.say("replies.already-escalated");
            case Refusal.NotTaken notTaken ->
                notTaken.responder()
                        .map(on -> Phrase.say("replies.not-taken.responder", on.name()))
                        .orElseGet(() -> Phrase.say("replies.not-taken"));
            case Refusal.CannotSwitch cannot -> cannotSwitch(cannot);
            case Refusal.OfDeed no -> ofDeed(no);
            case Refusal.Over over -> over(over);
        };
    }

    private static Phrase over(Refusal.Over over) {
        return over.into()
                .map(into -> Phrase.say("replies.over.merged-into", into))
                .orElseGet(() -> Phrase.say("replies.over", Names.of(over.ending())));
    }

    private static Phrase cannotMerge(Refusal.CannotMerge cannot) {
        var other = cannot.other();
        return switch (cannot.bar()) {
            case ITSELF -> Phrase.say("replies.merge.itself", other);
            case NO_SUCH_INCIDENT -> Phrase.say("replies.merge.none");
            case OVER -> Phrase.say("replies.merge.over", other);
            case MERGED_HERE -> Phrase.say("replies.merge.here", other);
            case OTHER_KIND -> Phrase.say("replies.merge.kind", other);
            case STORM -> Phrase.say("replies.merge.storm");
        };
    }

    private static Phrase cannotSplit(Refusal.CannotSplit cannot) {
        return switch (cannot.bar()) {
            case NONE_OF_THEM -> Phrase.say("replies.split.none");
            case ALL_OF_THEM ->
                Phrase.say(
                        "replies.split.all",
                        cannot.hasRunbook() ? say("buttons.menu.wrong-runbook") : say("buttons.menu.choose-runbook"));
        };
    }

    private static Phrase ofDeed(Refusal.OfDeed refusal) {
        return switch (refusal) {
            case Refusal.TryUnderWay _ -> Phrase.say("replies.try-under-way");
            case Refusal.NoStepBefore _ -> Phrase.say("replies.first-step");
            case Refusal.LastQuestion _ -> Phrase.say("replies.last-question");
            case Refusal.ForAnother another ->
                Phrase.say("replies.for-another", another.person().name());
            case Refusal.CannotMerge cannot -> cannotMerge(cannot);
            case Refusal.CannotSplit cannot -> cannotSplit(cannot);
            case Refusal.SoAlready so -> Phrase.say("replies.unchanged", so.what());
        };
    }

    private static Phrase cannotSwitch(Refusal.CannotSwitch cannot) {
        return switch (cannot.hindrance()) {
            case NOT_STARTED -> Phrase.say("replies.switch.not-started");
            case TRY_UNDER_WAY -> Phrase.say("replies.switch.try");
            case WAITING -> Phrase.say("replies.switch.waiting");
            case ESCALATED -> Phrase.say("replies.switch.escalated");
            case NOTHING_NEWER -> Phrase.say("replies.switch.nothing");
            case CHANGED_AGAIN -> Phrase.say("replies.switch.again");
            case UNUSABLE -> Phrase.say("replies.switch.unusable", cannot.detail());
        };
    }

    private static Phrase first(Person presser, Happened first) {
        return switch (first.event()) {
            case RunEvent.Answered answer ->
                Phrase.say("replies.first.answered", was(presser, answer.by()), answer.outcome(), first.at());
            case RunEvent.TryStarted tried ->
                Phrase.say("replies.first.tried", was(presser, tried.by()), tried.number(), first.at());
            case RunEvent.RunbookPicked picked ->
                Phrase.say("replies.first.picked", was(presser, picked.by()), picked.runbook(), first.at());
            case RunEvent.Escalated escalated ->
                escalated
                        .by()
                        .map(by -> Phrase.say("replies.first.escalated.by", first.at(), by.name()))
                        .orElseGet(() -> Phrase.say("replies.first.escalated", first.at()));
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
            case Act.StepSkipped skipped -> Phrase.say("replies.first.skipped", was(presser, skipped.by()), first.at());
            case Act.SteppedBack back -> Phrase.say("replies.first.back", was(presser, back.by()), first.at());
            case Act.HandoverAccepted accepted ->
                Phrase.say("replies.first.accepted", was(presser, accepted.by()), first.at());
        };
    }

    private static Phrase movedOn(Happened first) {
        return Phrase.say("replies.moved-on.at", first.at());
    }

    private static String was(Person presser, Person first) {
        return presser.id().equals(first.id()) ? say("replies.first.you") : say("replies.first.other", first.name());
    }

    private static Phrase taken(Person presser, Person person) {
        return presser.id().equals(person.id())
                ? Phrase.say("replies.on-it")
                : Phrase.say("replies.on-it.other", person.name());
    }
}
