package dev.handrail.slack.story;

import dev.handrail.alert.Severity;
import dev.handrail.incident.Incident;
import dev.handrail.run.Ending;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import dev.handrail.slack.text.Mrkdwn;
import java.time.Duration;
import java.util.Locale;

/** The words that stand for the cases of the domain. A colour never stands alone. */
public final class Words {
    private Words() {}

    public static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "🔴 Critical";
            case HIGH -> "🟠 High";
            case MEDIUM -> "🟡 Medium";
            case LOW -> "🔵 Low";
        };
    }

    public static String severityAlone(Severity severity) {
        return capital(severity.word());
    }

    public static String part(Step.Part part) {
        return capital(part.name().toLowerCase(Locale.ROOT));
    }

    public static String ending(Ending ending) {
        return switch (ending) {
            case RESOLVED -> "Resolved";
            case RESOLVED_BY_SOURCE -> "Resolved, by its source's word";
            case RESOLVED_UNATTENDED -> "Went away by itself before anybody was on it";
        };
    }

    /** Returns {@code the source changed its mind 4 times in 12 min}. */
    public static String flapping(RunEvent.FlappingBegan began) {
        return "the source changed its mind %d times in %s".formatted(began.changes(), duration(began.within()));
    }

    /** Returns {@code under a minute}, {@code 52 min} or {@code 1 h 5 min}. */
    public static String duration(Duration time) {
        if (time.toMinutes() < 1) {
            return "under a minute";
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min"
                : time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }

    /** Returns what a wait leads to: {@code then}, in words. */
    public static String then(Story story, Target target) {
        return switch (target) {
            case Target.ToStep to -> story.title(to.step());
            case Target.Resolved _ -> "it is over";
            case Target.Escalate _ -> "the owner is told";
            case Target.Wait wait -> then(story, wait.then());
            case Target.ToRunbook to -> "the runbook " + to.path();
        };
    }

    /** Returns an incident's title, linked to where its source shows it. */
    public static Mrkdwn title(Story story) {
        Incident incident = story.view().incident();
        return story.view()
                .alerts()
                .link()
                .map(url -> Mrkdwn.link(url, incident.title()))
                .orElseGet(() -> Mrkdwn.text(incident.title(), 300));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
