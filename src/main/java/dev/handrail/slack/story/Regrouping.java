package dev.handrail.slack.story;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Act;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import dev.handrail.slack.words.Wording;

/** Alerts that went from one incident to another, in a line for each of the two. */
public final class Regrouping {
    private Regrouping() {}

    /** Returns the line as it is read out. */
    public static Phrase line(Act.Regrouped act) {
        return line(act, Mrkdwn.text(Names.within(act.moved().other())));
    }

    /** Returns the line with a link to the other incident. */
    public static Phrase linked(Story story, Act.Regrouped act) {
        return line(act, link(story, act.moved().other()));
    }

    /** Returns an incident as its link. */
    public static Mrkdwn link(Story story, IncidentId other) {
        return Mrkdwn.link(story.links().incident(other), Names.within(other));
    }

    private static Phrase line(Act.Regrouped act, Mrkdwn other) {
        var by = act.by().name();
        var count = Wording.say("names.alerts", act.moved().alerts());
        return switch (act) {
            case Act.MergedIn _ -> Phrase.say("thread.merged-in", by, other, count);
            case Act.SplitOff _ -> Phrase.say("thread.split-off", by, count, other);
            case Act.SplitFrom _ -> Phrase.say("thread.split-from", by, other, count);
        };
    }
}
