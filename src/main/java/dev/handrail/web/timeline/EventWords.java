package dev.handrail.web.timeline;

import dev.handrail.run.Act;
import dev.handrail.run.Cause;
import dev.handrail.run.Ending;
import dev.handrail.run.IncidentView.Kind;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Target;
import java.util.Optional;

/** Says in words what happened. Exhaustive on purpose: a new kind of event does not compile until it can be told. */
public final class EventWords {
    private EventWords() {}

    public static Told tell(RunEvent event) {
        return switch (event) {
            case RunEvent.Opened opened -> opened(opened);
            case RunEvent.AlertsJoined joined -> Told.byHandrail("added " + count(joined.count(), "alert"));
            case RunEvent.Acknowledged acknowledged -> Told.by(acknowledged.by(), "acknowledged: “I'm on it”");
            case RunEvent.TookOver took -> tookOver(took);
            case RunEvent.StepShown shown -> shown(shown);
            case RunEvent.Answered answered -> answered(answered);
            case RunEvent.TryStarted tried -> tried(tried);
            case RunEvent.WaitBegan wait -> waitBegan(wait);
            case RunEvent.WaitEnded wait -> waitEnded(wait);
            case RunEvent.BackoffEnded backoff -> backoffEnded(backoff);
            case RunEvent.Reminded reminded -> reminded(reminded);
            case RunEvent.Escalated escalated -> escalated(escalated);
            case RunEvent.LevelTold told -> levelTold(told);
            case RunEvent.PageTaken taken -> Told.by(taken.by(), "took the escalation: “I've got it”");
            case RunEvent.StillOnIt still -> Told.by(still.by(), "is still on it");
            case RunEvent.SourceResolved _ -> Told.byHandrail("heard from the source that every alert has resolved");
            case RunEvent.SourceFiredAgain _ -> Told.byHandrail("heard from the source that it fires again");
            case RunEvent.Finished finished -> finished(finished);
            case RunEvent.Reopened reopened ->
                Told.by(reopened.by(), "reopened the incident").noting(reopened.why());
            case RunEvent.StepReported report -> reported(report);
            case RunEvent.NewerRevision newer -> newer(newer);
            case RunEvent.RevisionSwitched switched -> switched(switched);
            case RunEvent.RunbookPicked picked -> picked(picked);
            case RunEvent.CandidatesDeclined no -> Told.by(no.by(), "said that none of the suggested runbooks fits");
            case RunEvent.Held held -> held(held);
            case Act act -> ActWords.tell(act);
        };
    }

    private static Told held(RunEvent.Held event) {
        return switch (event) {
            case RunEvent.FlappingBegan flapping ->
                Told.byHandrail("held the incident: its source changed its mind %d times in %s"
                        .formatted(flapping.changes(), Times.length(flapping.within())));
            case RunEvent.FlappingEnded _ ->
                Told.byHandrail("believed the source again: it has said the same for a while");
            case RunEvent.Gathered gathered ->
                Told.byHandrail("made it a part of storm " + gathered.parent()).noting(gathered.why());
            case RunEvent.Released released ->
                Told.byHandrail("let it stand for itself again").noting(released.why());
        };
    }

    /** Says what happened in a drill, where nobody is told. */
    public static Told tell(RunEvent event, Kind kind) {
        var reason = switch (kind) {
            case REAL -> "";
            case DRILL -> "it is a drill";
            case SHADOW -> "it is only watched";
        };
        return event instanceof RunEvent.LevelTold told && !kind.pages()
                ? Told.byHandrail("would have told %s (level %d): %s".formatted(told.name(), told.level() + 1, reason))
                : tell(event);
    }

    private static Told switched(RunEvent.RevisionSwitched switched) {
        return Told.by(switched.by(), "went on with a newer revision of the runbook")
                .of(Optional.of(switched.to()))
                .noting(switched.changes());
    }

    private static Told picked(RunEvent.RunbookPicked picked) {
        return Told.by(picked.by(), "picked the runbook " + picked.runbook())
                .of(Optional.of(picked.revision()))
                .noting(picked.why());
    }

    private static Told opened(RunEvent.Opened opened) {
        var incident = opened.drill() ? "a DRILL" : "the incident";
        var what = opened.runbook()
                .map(id -> "opened " + incident + " with the runbook " + id + ", for " + opened.owner())
                .orElse("opened " + incident + " without a runbook, for " + opened.owner());
        return Told.byHandrail(what).of(opened.revision()).noting(opened.why());
    }

    private static Told tookOver(RunEvent.TookOver took) {
        var from = took.from().map(person -> " from " + person.name()).orElse("");
        return Told.by(took.by(), "took over" + from);
    }

    private static Told shown(RunEvent.StepShown shown) {
        var what = shown.attempt() == 1 ? "showed a step" : "showed a step again";
        return Told.byHandrail(what).at(shown.step(), shown.attempt()).of(shown.revision());
    }

    private static Told answered(RunEvent.Answered answered) {
        return Told.by(answered.by(), "answered")
                .at(answered.step(), answered.attempt())
                .with(answered.outcome());
    }

    private static Told tried(RunEvent.TryStarted tried) {
        return Told.by(tried.by(), "started try " + tried.number()).at(tried.step(), tried.attempt());
    }

    private static Told waitBegan(RunEvent.WaitBegan wait) {
        var what = "began to wait until " + Times.clock(wait.until()) + " UTC, and then to " + then(wait.then());
        return Told.byHandrail(what).at(wait.step(), wait.attempt());
    }

    private static String then(Target target) {
        return switch (target) {
            case Target.ToStep _ -> "go on with the next step";
            case Target.Resolved _ -> "end the run";
            case Target.Escalate _ -> "escalate";
            case Target.Wait _ -> "wait again";
            case Target.ToRunbook runbook -> "go on with the runbook " + runbook.path();
        };
    }

    private static Told waitEnded(RunEvent.WaitEnded wait) {
        return Told.by(
                wait.by(), wait.by().isPresent() ? "went on without waiting" : "ended the wait: its time was over");
    }

    private static Told backoffEnded(RunEvent.BackoffEnded backoff) {
        return Told.byHandrail("allowed the next try: the time between tries was over")
                .at(backoff.step(), backoff.attempt());
    }

    private static Told reminded(RunEvent.Reminded reminded) {
        var asked = reminded.step().map(_ -> "an answer").orElse("an acknowledgement");
        return Told.byHandrail("reminded: " + asked + " is missing").at(reminded.step());
    }

    private static Told escalated(RunEvent.Escalated escalated) {
        var stays = escalated.stops() || escalated.step().isEmpty() ? "" : "; the step stays open";
        return Told.by(escalated.by(), "escalated: " + because(escalated.cause()) + stays)
                .at(escalated.step())
                .noting(escalated.reason());
    }

    /** Says why a run was escalated, as the end of a sentence. */
    static String because(Cause cause) {
        return switch (cause) {
            case UNKNOWN_FAILURE -> "no runbook is known for this failure";
            case SOMETHING_ELSE -> "what was seen is not in the runbook";
            case OUTCOME -> "the runbook says so";
            case RETRY_LIMIT -> "every try that the runbook allows was made";
            case BY_HAND -> "the owner was asked for";
            case NOT_ACKNOWLEDGED -> "nobody acknowledged in time";
            case NO_ANSWER -> "nobody answered the step in time";
            case OWNER_SILENT -> "the owner took it and has been silent since";
        };
    }

    private static Told levelTold(RunEvent.LevelTold told) {
        var again = told.round() == 0 ? "" : " again: nobody had answered";
        return Told.byHandrail("told %s (level %d%s)%s"
                .formatted(told.called().whom(told.name()), told.level() + 1, contact(told), again));
    }

    private static String contact(RunEvent.LevelTold told) {
        var called = told.called();
        return called.from() > 0 || called.next() > 0 ? ", contact " + (called.from() + 1) : "";
    }

    private static Told finished(RunEvent.Finished finished) {
        if (finished.into().isPresent()) {
            return Told.by(
                            finished.by(),
                            "merged this into incident " + finished.into().get())
                    .noting(finished.note());
        }
        var fix = finished.fix().map(what -> "; what fixed it: " + what.words()).orElse("");
        return Told.by(finished.by(), "closed the incident: " + ended(finished.ending()) + fix)
                .noting(finished.note());
    }

    /** Says how a run ended, as the end of a sentence. */
    static String ended(Ending ending) {
        return switch (ending) {
            case RESOLVED -> "it is over";
            case RESOLVED_BY_SOURCE -> "the source says that it is over, and the runbook lets that be enough";
            case RESOLVED_UNATTENDED -> "the source resolved it before anybody acknowledged, and stayed quiet";
            case MERGED -> "it is the same failure as another";
        };
    }

    private static Told newer(RunEvent.NewerRevision newer) {
        var what = newer.revision().isPresent()
                ? "noticed a newer revision of the runbook"
                : "noticed that the library holds no newer revision any more";
        return Told.byHandrail(what).of(newer.revision()).noting(newer.changes());
    }

    private static Told reported(RunEvent.StepReported report) {
        return Told.by(
                        report.by(),
                        "reported the step as %s: %s".formatted(report.fault().word(), report.place()))
                .at(Optional.of(report.step()))
                .of(Optional.of(report.revision()))
                .noting(report.sentence());
    }

    private static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
