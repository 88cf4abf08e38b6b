package dev.handrail.slack.story;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Cause;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView.StormView;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.offer.OfferedRunbooks;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import dev.handrail.slack.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been done so far, a line for each thing, for somebody who has just been woken. */
public final class SoFar {
    private static final int LINES = 12;
    private static final int LENGTH = 2500;
    private static final int TITLE = 150;

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
            return Mrkdwn.say("sofar.nothing");
        }
        var shown = newest(lines);
        var left = lines.size() - shown.size();
        if (left > 0) {
            shown.addFirst(Mrkdwn.say("sofar.earlier", left, story.page()));
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
            case RunEvent.Opened _ -> say("sofar.opened");
            case RunEvent.Acknowledged taken -> say("sofar.on-it", taken.by().name());
            case RunEvent.TookOver taken -> say("sofar.took-over", taken.by().name());
            case RunEvent.Answered answer -> Optional.of(answered(answer));
            case RunEvent.TryStarted tried -> Optional.of(tried(tried));
            case RunEvent.WaitBegan wait -> say("sofar.waiting", wait.until());
            case RunEvent.WaitEnded wait -> wait.by().map(by -> Phrase.say("sofar.went-on", by.name()));
            case RunEvent.Reminded _ -> say("sofar.reminded");
            case RunEvent.Escalated escalated -> say("sofar.escalated", why(escalated));
            case RunEvent.LevelTold told -> Optional.of(Phrase.of("%s %s", told.name(), story.wasTold()));
            case RunEvent.PageTaken taken -> say("sofar.has-it", taken.by().name());
            case RunEvent.StillOnIt still -> say("sofar.still-on-it", still.by().name());
            case RunEvent.SourceResolved _ -> say("sofar.source-over");
            case RunEvent.SourceFiredAgain _ -> say("sofar.source-again");
            case RunEvent.Finished over -> Optional.of(Phrase.of("%s", Names.of(over.ending())));
            case RunEvent.Reopened again -> say("sofar.reopened", again.why());
            case RunEvent.StepReported report -> Optional.of(reported(report));
            case RunEvent.Held held -> Optional.of(held(held));
            case Act act -> Optional.of(Deed.line(story, act));
            case RunEvent.RunbookPicked _, RunEvent.CandidatesDeclined _, RunEvent.RevisionSwitched _ ->
                runbook(happened.event());
            case RunEvent.AlertsJoined _, RunEvent.StepShown _, RunEvent.BackoffEnded _, RunEvent.NewerRevision _ ->
                Optional.empty();
        };
    }

    private static Optional<Phrase> runbook(RunEvent event) {
        return switch (event) {
            case RunEvent.RunbookPicked picked ->
                say("sofar.picked", picked.by().name(), picked.runbook());
            case RunEvent.CandidatesDeclined no ->
                say("sofar.none-fits", no.by().name());
            case RunEvent.RevisionSwitched switched ->
                say("sofar.newer", switched.by().name());
            case RunEvent _ -> Optional.empty();
        };
    }

    private static Optional<Phrase> say(String key, Object... parts) {
        return Optional.of(Phrase.say(key, parts));
    }

    private static Phrase held(RunEvent.Held event) {
        return switch (event) {
            case RunEvent.FlappingBegan flapping ->
                Phrase.say("sofar.flapping", flapping.changes(), Names.of(flapping.within()));
            case RunEvent.FlappingEnded _ -> Phrase.say("sofar.calm");
            case RunEvent.Gathered gathered -> Phrase.say("sofar.gathered", gathered.parent());
            case RunEvent.Released released -> Phrase.say("sofar.released", released.why());
        };
    }

    private Phrase reported(RunEvent.StepReported report) {
        return Phrase.say("sofar.reported", report.by().name(), story.title(report.step()), Names.of(report.fault()));
    }

    private Phrase answered(RunEvent.Answered answer) {
        return Phrase.say(
                "sofar.answered",
                story.title(answer.step()),
                answer.outcome(),
                answer.by().name());
    }

    private Phrase tried(RunEvent.TryStarted tried) {
        return Phrase.say("sofar.tried", story.title(tried.step()), tried.by().name(), tried.number());
    }

    /** Returns why a run was escalated, as a clause. */
    public Phrase why(RunEvent.Escalated escalated) {
        var by = escalated.by().map(person -> person.name()).orElse(Wording.say("sofar.why.somebody"));
        var step = escalated.step().map(story::title).orElse(Wording.say("sofar.why.first-step"));
        return switch (escalated.cause()) {
            case UNKNOWN_FAILURE -> unknown();
            case SOMETHING_ELSE -> Phrase.say("sofar.why.something-else", by, step);
            case OUTCOME -> Phrase.say("sofar.why.outcome", step);
            case RETRY_LIMIT -> Phrase.say("sofar.why.tries", step);
            case BY_HAND -> Phrase.say("sofar.why.by-hand", by);
            case NOT_ACKNOWLEDGED -> Phrase.say("sofar.why.nobody");
            case NO_ANSWER -> Phrase.say("sofar.why.no-answer", step);
            case OWNER_SILENT -> Phrase.say("sofar.why.silent");
        };
    }

    private Phrase unknown() {
        return story.view()
                .storm()
                .map(storm -> Phrase.say("sofar.why.storm", storm.place()))
                .or(() -> story.pagedByHand().map(by -> Phrase.of("%s", by)))
                .orElseGet(() -> Phrase.say("sofar.why.unknown"));
    }

    /** Returns the words that a person or the runbook gave; empty where the cause says it all. */
    public Mrkdwn reason(RunEvent.Escalated escalated) {
        if (escalated.cause() == Cause.UNKNOWN_FAILURE) {
            return ofUnknown(escalated.reason());
        }
        return escalated.cause() == Cause.RETRY_LIMIT ? Mrkdwn.NONE : quoted(escalated.reason());
    }

    private Mrkdwn ofUnknown(String reason) {
        if (story.view().storm().isPresent()) {
            return began();
        }
        return story.pagedByHand().isPresent() ? quoted(summary()) : perhaps(reason);
    }

    private static Mrkdwn quoted(String words) {
        return words.isBlank() ? Mrkdwn.NONE : Mrkdwn.format("> %s", Mrkdwn.text(words, 1500));
    }

    /** How a storm began, instead of why no runbook is for it: none ever is, and each of its parts may have one. */
    private Mrkdwn began() {
        return Mrkdwn.join("\n", List.of(quoted(summary()), Mrkdwn.say("sofar.storm")));
    }

    private String summary() {
        return story.view().alerts().annotations().getOrDefault("summary", "");
    }

    /** What may be meant, in the words of the card. */
    private Mrkdwn perhaps(String reason) {
        var lines = new ArrayList<Mrkdwn>();
        lines.add(quoted(OfferedRunbooks.whyNone(reason)));
        story.view()
                .plan()
                .candidates()
                .forEach(one -> lines.add(Mrkdwn.say(
                        "sofar.perhaps",
                        Harmless.line(one.title(), TITLE),
                        Harmless.line(one.why(), OfferedRunbooks.WHY))));
        return Mrkdwn.join("\n", lines);
    }

    /** Returns who is on parts of a storm; empty for what is none. */
    public Mrkdwn onParts() {
        return story.view().storm().map(SoFar::onParts).orElse(Mrkdwn.NONE);
    }

    private static Mrkdwn onParts(StormView storm) {
        var people = storm.first().stream()
                .flatMap(part -> part.state().responder().stream())
                .map(Person::name)
                .distinct()
                .sorted()
                .map(Mrkdwn::text)
                .toList();
        return people.isEmpty()
                ? Mrkdwn.say("sofar.storm.nobody")
                : Mrkdwn.say("sofar.storm.on", Mrkdwn.join(", ", people));
    }
}
