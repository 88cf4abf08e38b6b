package dev.handrail.slack.story;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Act;
import dev.handrail.run.Happened;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import dev.handrail.slack.words.Wording;

/** Alerts that went from one incident to another, in a line for each of the two. */
public final class Regrouping {
    private static final int TITLE = 80;

    private Regrouping() {}

    /** Returns the line as it is read out. */
    public static Phrase line(Act.Regrouped act) {
        return line(act, Mrkdwn.text(Names.within(act.moved().other())));
    }

    /** Returns the line as the thread has it read out. */
    public static Phrase told(Story story, Happened happened, Act.Regrouped act) {
        return raising(story, happened, line(act));
    }

    /** Returns the line with a link to the other incident. */
    public static Phrase linked(Story story, Happened happened, Act.Regrouped act) {
        return raising(story, happened, line(act, link(story, act.moved().other())));
    }

    /** Where taking it in changes the severity, that is the next event, by the same person. */
    private static Phrase raising(Story story, Happened happened, Phrase line) {
        var next = story.after(happened, _ -> true).map(Happened::event);
        return next.isPresent()
                        && happened.event() instanceof Act.MergedIn in
                        && next.get() instanceof Act.SeverityChanged changed
                        && changed.by().is(in.by())
                ? Phrase.say("thread.merged-in.raised", line, Names.within(changed.to()), Names.within(changed.from()))
                : line;
    }

    /** Returns an incident as its link. */
    public static Mrkdwn link(Story story, IncidentId other) {
        return Mrkdwn.link(story.links().incident(other), Names.within(other));
    }

    /** Returns what an incident was that was taken in: {@code Wrong price on sale (critical, Ana was on it)}. */
    public static Phrase named(Act.MergedIn.Taken taken) {
        var title = Harmless.line(taken.title(), TITLE);
        var severity = Names.within(taken.severity());
        return taken.responder()
                .map(on -> Phrase.say("thread.merged-in.named.responder", title, severity, on.name()))
                .orElseGet(() -> Phrase.say("thread.merged-in.named", title, severity));
    }

    private static Phrase line(Act.Regrouped act, Mrkdwn other) {
        var by = act.by().name();
        var count = Wording.say("names.alerts", act.moved().alerts());
        return switch (act) {
            case Act.MergedIn in ->
                in.taken()
                        .map(taken -> Phrase.say("thread.merged-in.taken", by, other, named(taken), count))
                        .orElseGet(() -> Phrase.say("thread.merged-in", by, other, count));
            case Act.SplitOff _ -> Phrase.say("thread.split-off", by, count, other);
            case Act.SplitFrom _ -> Phrase.say("thread.split-from", by, other, count);
        };
    }
}
