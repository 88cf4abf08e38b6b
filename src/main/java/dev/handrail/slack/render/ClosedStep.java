package dev.handrail.slack.render;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.Act;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Phrase;
import java.util.List;
import java.util.Optional;

/** A step that no longer waits for an answer, in one line: what came of it, who said so, when. */
final class ClosedStep {
    private final Story story;
    private final Happened shownAt;
    private final RunEvent.StepShown shown;

    ClosedStep(Story story, Happened shownAt, RunEvent.StepShown shown) {
        this.story = story;
        this.shownAt = shownAt;
        this.shown = shown;
    }

    Message message() {
        var end = story.after(shownAt, this::ends);
        var line = end.flatMap(happened -> line(happened)).orElseGet(() -> Phrase.say("steps.closed", title()));
        return new Message(
                List.of(Kit.section(line.shown())),
                Phrase.say("steps.closed.spoken", story.number(shown.step()), line)
                        .spoken());
    }

    private String title() {
        var title = story.title(shown.step());
        return shown.attempt() == 1 ? title : say("steps.shown-again", title, shown.attempt());
    }

    private boolean ends(RunEvent event) {
        return switch (event) {
            case RunEvent.Answered answer -> answer.step().equals(shown.step()) && answer.attempt() == shown.attempt();
            case RunEvent.Escalated escalated -> escalated.stops();
            case RunEvent.StepShown _, RunEvent.Finished _, RunEvent.Reopened _, RunEvent.RevisionSwitched _ -> true;
            case RunEvent.NewerRevision _ -> false;
            case RunEvent.Opened _, RunEvent.AlertsJoined _, RunEvent.Acknowledged _, RunEvent.TookOver _ -> false;
            case RunEvent.TryStarted _, RunEvent.WaitBegan _, RunEvent.WaitEnded _, RunEvent.BackoffEnded _ -> false;
            case RunEvent.Reminded _, RunEvent.LevelTold _, RunEvent.PageTaken _, RunEvent.StillOnIt _ -> false;
            case RunEvent.SourceResolved _, RunEvent.SourceFiredAgain _, RunEvent.StepReported _ -> false;
            case RunEvent.RunbookPicked _ -> true;
            case RunEvent.CandidatesDeclined _ -> false;
            case RunEvent.Held _, Act.Remark _ -> false;
            case Act.StepSkipped skipped -> skipped.step().equals(shown.step()) && skipped.attempt() == shown.attempt();
            case Act.SteppedBack _, Act.RunbookChanged _ -> true;
            case Act.HandoverAccepted _ -> false;
        };
    }

    private Optional<Phrase> line(Happened end) {
        return switch (end.event()) {
            case RunEvent.Answered answer ->
                Optional.of(Phrase.say(
                        "steps.closed.answered",
                        title(),
                        answer.outcome(),
                        answer.by().name(),
                        end.at()));
            case RunEvent.Escalated escalated -> Optional.of(escalated(escalated, end));
            case RunEvent.StepShown _ -> Optional.of(Phrase.say("steps.closed.source", title(), end.at()));
            case RunEvent.RevisionSwitched switched ->
                Optional.of(
                        Phrase.say("steps.closed.newer", title(), switched.by().name(), end.at()));
            case RunEvent.RunbookPicked picked ->
                Optional.of(
                        Phrase.say("steps.closed.picked", title(), picked.by().name(), end.at()));
            case RunEvent.Finished _ -> Optional.of(Phrase.say("steps.closed.end", title(), end.at()));
            case RunEvent.Opened _, RunEvent.AlertsJoined _, RunEvent.Acknowledged _, RunEvent.TookOver _ ->
                Optional.empty();
            case RunEvent.TryStarted _, RunEvent.WaitBegan _, RunEvent.WaitEnded _, RunEvent.BackoffEnded _ ->
                Optional.empty();
            case RunEvent.Reminded _, RunEvent.LevelTold _, RunEvent.PageTaken _, RunEvent.StillOnIt _ ->
                Optional.empty();
            case RunEvent.SourceResolved _, RunEvent.SourceFiredAgain _, RunEvent.Reopened _ -> Optional.empty();
            case RunEvent.StepReported _, RunEvent.NewerRevision _, RunEvent.CandidatesDeclined _ -> Optional.empty();
            case RunEvent.Held _, Act.Remark _, Act.HandoverAccepted _ -> Optional.empty();
            case Act.StepSkipped _, Act.SteppedBack _, Act.RunbookChanged _ -> left(end);
        };
    }

    private Optional<Phrase> left(Happened end) {
        return switch (end.event()) {
            case Act.StepSkipped skipped ->
                Optional.of(
                        Phrase.say("steps.closed.skipped", title(), skipped.by().name(), end.at(), skipped.reason()));
            case Act.SteppedBack back ->
                Optional.of(
                        Phrase.say("steps.closed.back", title(), back.by().name(), story.title(back.to()), end.at()));
            case Act.RunbookChanged changed ->
                Optional.of(Phrase.say(
                        "steps.closed.wrong-runbook", title(), changed.by().name(), end.at()));
            case RunEvent _ -> Optional.empty();
        };
    }

    private Phrase escalated(RunEvent.Escalated escalated, Happened end) {
        return escalated
                .by()
                .map(by -> Phrase.say("steps.closed.escalated-by", title(), by.name(), end.at()))
                .orElseGet(() -> Phrase.say("steps.closed.escalated", title(), end.at()));
    }
}
