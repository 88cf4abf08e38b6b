package dev.handrail.slack.story;

import dev.handrail.run.Act;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.Optional;

/** What ends a page that still waits for somebody: a sign of a person, or the end of the incident. */
public final class PageEnd {
    private static final Phrase WENT_ON = Phrase.say("pages.went-on");

    private PageEnd() {}

    /** @param told the telling of a level */
    public static Optional<Happened> of(Story story, Happened told) {
        return story.view().timeline().stream()
                .filter(later -> later.position() > told.position())
                .filter(later -> ends(story, later))
                .findFirst();
    }

    /** A sign of a person, or the end. Who takes an escalated incident over from a colleague, does not take the page. */
    private static boolean ends(Story story, Happened later) {
        return switch (later.event()) {
            case RunEvent.Acknowledged _, RunEvent.TookOver _, RunEvent.PageTaken _, RunEvent.StillOnIt _ -> true;
            case RunEvent.StepShown _, RunEvent.Answered _, RunEvent.TryStarted _, RunEvent.WaitEnded _ -> true;
            case RunEvent.Finished _, RunEvent.Reopened _, RunEvent.RevisionSwitched _ -> true;
            case RunEvent.RunbookPicked _ -> true;
            case RunEvent.CandidatesDeclined _ -> false;
            case RunEvent.Held _, Act.Remark _ -> false;
            case Act.HandoverAccepted _ -> !story.isStoppedAt(later);
            case Act.Move _ -> true;
            case RunEvent.NewerRevision _ -> false;
            case RunEvent.Opened _, RunEvent.AlertsJoined _, RunEvent.WaitBegan _, RunEvent.BackoffEnded _ -> false;
            case RunEvent.Reminded _, RunEvent.Escalated _, RunEvent.LevelTold _ -> false;
            case RunEvent.SourceResolved _, RunEvent.SourceFiredAgain _, RunEvent.StepReported _ -> false;
        };
    }

    /** Returns what ended it, as a sentence without its full stop. */
    public static Phrase words(RunEvent event) {
        return switch (event) {
            case RunEvent.PageTaken taken ->
                Phrase.say("pages.has-it", taken.by().name());
            case RunEvent.Acknowledged taken ->
                Phrase.say("pages.on-it", taken.by().name());
            case RunEvent.TookOver taken -> Phrase.say("pages.on-it", taken.by().name());
            case RunEvent.StillOnIt still ->
                Phrase.say("pages.still-on-it", still.by().name());
            case RunEvent.Answered answer ->
                Phrase.say("pages.answered", answer.by().name());
            case RunEvent.TryStarted tried ->
                Phrase.say("pages.tries", tried.by().name());
            case RunEvent.RunbookPicked picked ->
                Phrase.say("pages.picked", picked.by().name());
            case RunEvent.Finished over -> Phrase.of("%s", Names.of(over.ending()));
            case RunEvent.Held _, Act.Remark _ -> WENT_ON;
            case Act.HandoverAccepted accepted ->
                Phrase.say("pages.has-it", accepted.by().name());
            case Act.RunbookChanged changed ->
                Phrase.say("pages.chose", changed.by().name());
            case Act.StepSkipped _, Act.SteppedBack _ -> WENT_ON;
            case RunEvent.StepShown _, RunEvent.WaitBegan _, RunEvent.WaitEnded _, RunEvent.BackoffEnded _ -> WENT_ON;
            case RunEvent.Opened _, RunEvent.Reopened _, RunEvent.AlertsJoined _, RunEvent.Reminded _ -> WENT_ON;
            case RunEvent.Escalated _, RunEvent.LevelTold _ -> WENT_ON;
            case RunEvent.RevisionSwitched _, RunEvent.NewerRevision _, RunEvent.CandidatesDeclined _ -> WENT_ON;
            case RunEvent.SourceResolved _, RunEvent.SourceFiredAgain _, RunEvent.StepReported _ -> WENT_ON;
        };
    }
}
