package dev.handrail.slack.storm;

import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import java.util.List;

/** Which incidents have no card of their own: they were a part of a storm from the start, and nobody has touched them yet. */
public final class Unposted {
    private Unposted() {}

    public static boolean is(IncidentView view) {
        var timeline = view.timeline();
        var fromTheStart = timeline.size() > 1 && timeline.get(1).event() instanceof RunEvent.Gathered;
        return fromTheStart && !isCalledFor(timeline);
    }

    /** Says whether people are asked to look at it: somebody took it, or it stood for itself while it was open. */
    private static boolean isCalledFor(List<Happened> timeline) {
        var open = true;
        for (var happened : timeline) {
            var event = happened.event();
            if (calls(event, open)) {
                return true;
            }
            open = event instanceof RunEvent.Reopened || (open && !(event instanceof RunEvent.Finished));
        }
        return false;
    }

    private static boolean calls(RunEvent event, boolean open) {
        return event instanceof RunEvent.Acknowledged
                || event instanceof RunEvent.TookOver
                || event instanceof RunEvent.PageTaken
                || event instanceof RunEvent.RunbookPicked
                || event instanceof RunEvent.LevelTold
                || (event instanceof RunEvent.Released && open);
    }
}
