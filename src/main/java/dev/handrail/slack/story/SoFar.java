package dev.handrail.slack.story;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Cause;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been done so far, a line for each thing, for somebody who has just been woken. */
public final class SoFar {
    private static final int LINES = 12;
    private static final int LENGTH = 2500;

    private final Story story;

    public SoFar(Story story) {
        this.story = story;
    }

    /** Returns the lines of what happened before an event, oldest first; only the last ones if there are many. */
    public Mrkdwn before(Happened end) {
        var lines = new ArrayList<Mrkdwn>();
        for (var happened : story.before(end)) {
            if (isTheReason(happened, end)) {
                continue;
            }
            line(happened)
                    .ifPresent(line -> lines.add(Mrkdwn.format("• %s %s", Mrkdwn.time(happened.at()), line.shown())));
        }
        if (lines.isEmpty()) {
            return Mrkdwn.text("Nothing has been done yet.");
        }
        var shown = newest(lines);
        var left = lines.size() - shown.size();
        if (left > 0) {
            shown.addFirst(Mrkdwn.format("• %s earlier on the page of %s", left, story.page()));
        }
        return Mrkdwn.join("\n", shown);
    }

    /** The escalation that a page is about stands above it already. */
    private boolean isTheReason(Happened happened, Happened end) {
        return happened.event() instanceof RunEvent.Escalated
                && Story.last(story.before(end), RunEvent.Escalated.class::isInstance)
                        .filter(happened::equals)
                        .isPresent();
    }

    private static List<Mrkdwn> newest(List<Mrkdwn> lines) {
        var newest = new ArrayList<Mrkdwn>();
        var length = 0;
        for (var line : lines.reversed()) {
            length += line.toString().length() + 1;
            if (newest.size() == LINES || length > LENGTH) {
                break;
            }
            newest.addFirst(line);
        }
        return newest;
    }

    private Optional<Phrase> line(Happened happened) {
        return switch (happened.event()) {
            case RunEvent.Opened _ -> Optional.of(Phrase.of("the alert came in"));
            case RunEvent.Acknowledged taken ->
                Optional.of(Phrase.of("%s is on it", taken.by().name()));
            case RunEvent.TookOver taken ->
                Optional.of(Phrase.of("%s took over", taken.by().name()));
            case RunEvent.Answered answer -> Optional.of(answered(answer));
            case RunEvent.TryStarted tried -> Optional.of(tried(tried));
            case RunEvent.WaitBegan wait -> Optional.of(Phrase.of("waiting until %s", wait.until()));
            case RunEvent.WaitEnded wait -> wait.by().map(by -> Phrase.of("%s went on without waiting", by.name()));
            case RunEvent.Reminded _ -> Optional.of(Phrase.of("no answer; a reminder was sent"));
            case RunEvent.Escalated escalated -> Optional.of(Phrase.of("escalated: %s", why(escalated)));
            case RunEvent.LevelTold told -> Optional.of(Phrase.of("%s %s", told.name(), story.wasTold()));
            case RunEvent.PageTaken taken ->
                Optional.of(Phrase.of("%s has it", taken.by().name()));
            case RunEvent.StillOnIt still ->
                Optional.of(Phrase.of("%s is still on it", still.by().name()));
            case RunEvent.SourceResolved _ -> Optional.of(Phrase.of("the source says that it is over"));
            case RunEvent.SourceFiredAgain _ -> Optional.of(Phrase.of("the source fires again"));
            case RunEvent.Finished over -> Optional.of(Phrase.of("%s", Words.ending(over.ending())));
            case RunEvent.Reopened again -> Optional.of(Phrase.of("opened again: %s", again.why()));
            case RunEvent.StepReported report -> Optional.of(reported(report));
            case RunEvent.RevisionSwitched switched -> Optional.of(by(switched.by(), "went on with a newer revision"));
            case RunEvent.Held held -> Optional.of(held(held));
            case Act act -> Optional.of(Deed.line(story, act));
            case RunEvent.RunbookPicked picked -> Optional.of(by(picked.by(), "picked " + picked.runbook()));
            case RunEvent.CandidatesDeclined no -> Optional.of(by(no.by(), "says that no suggested runbook fits"));
            case RunEvent.AlertsJoined _, RunEvent.StepShown _, RunEvent.BackoffEnded _, RunEvent.NewerRevision _ ->
                Optional.empty();
        };
    }

    private static Phrase held(RunEvent.Held event) {
        return switch (event) {
            case RunEvent.FlappingBegan flapping -> Phrase.of("%s", Words.flapping(flapping));
            case RunEvent.FlappingEnded _ -> Phrase.of("the source no longer flaps");
            case RunEvent.Gathered gathered -> Phrase.of("part of storm %s from here on", gathered.parent());
            case RunEvent.Released released -> Phrase.of("no part of a storm any more: %s", released.why());
        };
    }

    private static Phrase by(Person person, String did) {
        return Phrase.of("%s %s", person.name(), did);
    }

    private Phrase reported(RunEvent.StepReported report) {
        return Phrase.of(
                "%s says that “%s” is %s",
                report.by().name(), story.title(report.step()), report.fault().word());
    }

    private Phrase answered(RunEvent.Answered answer) {
        return Phrase.of(
                "%s: %s (%s)",
                story.title(answer.step()), answer.outcome(), answer.by().name());
    }

    private Phrase tried(RunEvent.TryStarted tried) {
        return Phrase.of(
                "%s: %s started try %s", story.title(tried.step()), tried.by().name(), tried.number());
    }

    /** Returns why a run was escalated, as a clause. */
    public Phrase why(RunEvent.Escalated escalated) {
        var by = escalated.by().map(person -> person.name()).orElse("Somebody");
        var step = escalated.step().map(story::title).orElse("the first step");
        return switch (escalated.cause()) {
            case UNKNOWN_FAILURE -> Phrase.of("no runbook knows this failure");
            case SOMETHING_ELSE -> Phrase.of("%s saw something that “%s” does not list", by, step);
            case OUTCOME -> Phrase.of("the runbook hands it over after “%s”", step);
            case RETRY_LIMIT -> Phrase.of("every try that “%s” allows was made", step);
            case BY_HAND -> Phrase.of("%s asks for help", by);
            case NOT_ACKNOWLEDGED -> Phrase.of("nobody has said that they are on it");
            case NO_ANSWER -> Phrase.of("nobody has answered “%s”", step);
            case OWNER_SILENT -> Phrase.of("whoever has it has been silent for a long time");
        };
    }

    /** Returns the words that a person or the runbook gave; empty where the cause says it all. */
    public static Mrkdwn reason(RunEvent.Escalated escalated) {
        var silent = escalated.reason().isBlank() || escalated.cause() == Cause.RETRY_LIMIT;
        return silent ? Mrkdwn.NONE : Mrkdwn.format("> %s", Mrkdwn.text(escalated.reason(), 1500));
    }
}
