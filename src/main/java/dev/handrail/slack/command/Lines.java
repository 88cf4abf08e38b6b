package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.IncidentView;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.Links;
import dev.handrail.slack.story.Headline;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;

/** A line each for an incident and a runbook, with a link to its page. */
public final class Lines {
    private static final int TITLE = 80;

    private Lines() {}

    /** Returns {@code 👤 #12 Orders stuck before ERP export: ana is on it: step 2 of 5, ...}. */
    public static Phrase of(IncidentView view, Links links) {
        var incident = view.incident();
        var standing = Headline.of(new Story(view, links));
        return Phrase.of(
                "%s %s %s: %s",
                standing.emoji(),
                Mrkdwn.link(links.incident(incident.id()), "#" + incident.id().value()),
                Harmless.line(view.isDrill() ? say("commands.drill", incident.title()) : incident.title(), TITLE),
                standing.state());
    }

    /** Returns {@code Orders stuck before ERP export (order-export-stuck)}. */
    static Phrase of(Runbook runbook, Links links) {
        return Phrase.of(
                "%s (%s)",
                Mrkdwn.link(links.runbook(runbook.id()), Harmless.line(runbook.title(), TITLE)), runbook.id());
    }
}
