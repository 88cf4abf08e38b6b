package dev.handrail.run.desk;

import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.StepId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What was first, where a command came too late: looked up on the timeline, so that whoever gave it can be told who it was. */
final class Overtaking {
    private Overtaking() {}

    static Optional<Happened> of(Command command, List<Happened> timeline) {
        return switch (command) {
            case Command.Answer late -> first(timeline, late.step(), late.attempt());
            case Command.SomethingElse late -> first(timeline, late.step(), late.attempt());
            case Command.GoOn late -> first(timeline, late.step(), late.attempt());
            case Command.SwitchRevision late -> first(timeline, late.step(), late.attempt());
            case Command.StartTry late -> first(timeline, late.step(), late.attempt());
            case Command.PickRunbook _, Command.DeclineCandidates _ ->
                last(timeline, event -> event instanceof RunEvent.RunbookPicked);
            case Command.Deed late -> ofDeed(late, timeline);
            case Command.Acknowledge _,
                    Command.TakeOver _,
                    Command.TakePage _,
                    Command.StillOnIt _,
                    Command.Escalate _,
                    Command.Resolve _,
                    Command.ReportStep _,
                    Command.NoticeRevision _,
                    Command.JoinAlerts _,
                    Command.SourceResolves _,
                    Command.SourceFires _,
                    Command.Reopen _,
                    Command.Gather _,
                    Command.Release _,
                    Command.PageFailed _,
                    Command.ClockStrikes _ -> Optional.empty();
        };
    }

    private static Optional<Happened> ofDeed(Command.Deed deed, List<Happened> timeline) {
        return switch (deed) {
            case Command.Skip late -> first(timeline, late.step(), late.attempt());
            case Command.StepBack late -> first(timeline, late.step(), late.attempt());
            case Command.AcceptHandover _, Command.DeclineHandover _ -> last(timeline, Overtaking::isAnswerToHandover);
            case Command.OfferHandover _, Command.AddNote _, Command.ChangeSeverity _ -> Optional.empty();
            case Command.ChangeRunbook _, Command.Mute _, Command.AddPerson _ -> Optional.empty();
            case Command.ReopenByHand _, Command.MergeInto _, Command.Regroup _ -> Optional.empty();
        };
    }

    private static boolean isAnswerToHandover(RunEvent event) {
        return event instanceof Act.HandoverAccepted
                || event instanceof Act.HandoverDeclined
                || event instanceof Act.HandoverLapsed;
    }

    private static Optional<Happened> last(List<Happened> timeline, Predicate<RunEvent> wanted) {
        return timeline.reversed().stream()
                .filter(happened -> wanted.test(happened.event()))
                .findFirst();
    }

    /** Returns the last thing that a person did to that posting of the step. */
    private static Optional<Happened> first(List<Happened> timeline, StepId step, int attempt) {
        return last(timeline, event -> isAnswer(event, step, attempt));
    }

    private static boolean isAnswer(RunEvent event, StepId step, int attempt) {
        return (event instanceof RunEvent.Answered answered
                        && answered.step().equals(step)
                        && answered.attempt() == attempt)
                || (event instanceof RunEvent.TryStarted started
                        && started.step().equals(step)
                        && started.attempt() == attempt)
                || (event instanceof Act.StepSkipped skipped
                        && skipped.step().equals(step)
                        && skipped.attempt() == attempt)
                || (event instanceof Act.SteppedBack back && back.step().equals(step) && back.attempt() == attempt)
                || (event instanceof RunEvent.Escalated escalated
                        && escalated.stops()
                        && escalated.step().filter(step::equals).isPresent());
    }
}
