package dev.handrail.slack.render;

import dev.handrail.run.Act;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.IncidentView.Kind;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.Links;
import dev.handrail.slack.storm.Unposted;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.words.SaidAt;
import java.util.ArrayList;
import java.util.List;

/** What Slack should show of an incident. The same view gives the same slots, in the order in which they are to be posted. */
public final class Projection {
    private final Links links;

    public Projection(Links links) {
        this.links = links;
    }

    /** Returns the slots: the root first, then the thread in the order of the timeline. None of one that nobody is told of. */
    public List<Slot> of(IncidentView view) {
        if (view.kind() == Kind.SHADOW || Unposted.is(view)) {
            return List.of();
        }
        var story = new Story(view, links);
        var slots = new ArrayList<Slot>();
        slots.add(SaidAt.on(view.incident().openedAt(), () -> RootCard.of(story)));
        view.timeline().forEach(happened -> slots.addAll(SaidAt.on(happened.at(), () -> slots(story, happened))));
        return view.isDrill() ? slots.stream().map(Projection::marked).toList() : slots;
    }

    /** Here and nowhere else, so that nothing of a drill is ever shown without its mark. */
    private static Slot marked(Slot slot) {
        return slot.with(slot.message().ledBy(Mrkdwn.say("card.drill"), Mrkdwn.say("card.drill.spoken")));
    }

    private static List<Slot> slots(Story story, Happened happened) {
        return switch (happened.event()) {
            case RunEvent.StepShown shown -> List.of(StepMessage.of(story, happened, shown));
            case RunEvent.WaitBegan wait -> List.of(WaitMessage.of(story, happened, wait));
            case RunEvent.LevelTold told -> PageMessage.of(story, happened, told);
            case RunEvent.PageTaken taken ->
                HandedOffCard.of(story, happened, taken).stream().toList();
            case RunEvent.Reminded reminded -> List.of(Notice.reminder(story, happened, reminded));
            case RunEvent.BackoffEnded ended -> List.of(Notice.backoff(story, happened, ended));
            case RunEvent.StepReported report -> ReportMessage.of(story, happened, report);
            case RunEvent.Reopened reopened -> List.of(Notice.reopened(story, happened, reopened));
            case RunEvent.Opened _, RunEvent.AlertsJoined _, RunEvent.Acknowledged _, RunEvent.TookOver _ -> List.of();
            case RunEvent.Answered _, RunEvent.TryStarted _, RunEvent.WaitEnded _, RunEvent.Escalated _ -> List.of();
            case RunEvent.StillOnIt _, RunEvent.SourceResolved _, RunEvent.SourceFiredAgain _ -> List.of();
            case RunEvent.Finished over -> Notice.merged(story, over).stream().toList();
            case RunEvent.RevisionSwitched _, RunEvent.NewerRevision _ -> List.of();
            case RunEvent.RunbookPicked _, RunEvent.CandidatesDeclined _ -> List.of();
            case RunEvent.Held _ -> List.of();
            case Act act -> DeedMessage.of(story, happened, act);
        };
    }
}
