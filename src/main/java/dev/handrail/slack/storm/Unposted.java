package dev.handrail.slack.storm;

import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import java.util.List;
import java.util.stream.IntStream;

/** Which incidents have no card of their own: they were a part of a storm from the start, and nobody has touched them yet. */
public final class Unposted {
    private Unposted() {}

    /** Whatever was gathered in the commit that opened it was never posted: its alerts join it only at the end of that. */
    public static boolean is(IncidentView view) {
        var timeline = view.timeline();
        var gathered = first(timeline, RunEvent.Gathered.class);
        return gathered < first(timeline, RunEvent.AlertsJoined.class)
                && !isCalledFor(timeline.subList(gathered, timeline.size()));
    }

    private static int first(List<Happened> timeline, Class<? extends RunEvent> kind) {
        return IntStream.range(0, timeline.size())
                .filter(place -> kind.isInstance(timeline.get(place).event()))
                .findFirst()
                .orElse(timeline.size());
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
