package dev.handrail.slack.render;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.Happened;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.press.Menu;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.story.SoFar;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who has taken an escalation and works on it without steps. */
final class HandedOffCard {
    private final Story story;
    private final Happened happened;
    private final RunEvent.PageTaken taken;

    private HandedOffCard(Story story, Happened happened, RunEvent.PageTaken taken) {
        this.story = story;
        this.happened = happened;
        this.taken = taken;
    }

    /** Returns the card; empty where a page was taken whose step stays open, so that the steps go on. */
    static Optional<Slot> of(Story story, Happened happened, RunEvent.PageTaken taken) {
        if (!story.isStoppedAt(happened)) {
            return Optional.empty();
        }
        var key = "handed-off/" + story.ordinal(happened);
        var message = new HandedOffCard(story, happened, taken).message();
        return Optional.of(Slot.inThread(key, Slot.Kind.LIVING, Slot.Urgency.STEP, message));
    }

    private Message message() {
        var later = story.after(happened, event -> event instanceof RunEvent.PageTaken);
        return story.view().state().position() instanceof Position.HandedOff now && later.isEmpty()
                ? open(now)
                : new Message(List.of(Kit.section(closed().shown())), closed().spoken());
    }

    private Message open(Position.HandedOff now) {
        var reminded = story.view().state().silence().reminded();
        var line = Phrase.say("thread.handed-off", now.to().name(), happened.at());
        var lines = new ArrayList<Mrkdwn>();
        lines.add(Mrkdwn.say("thread.handed-off.shown", line.shown()));
        lines.add(reason());
        lines.add(next(reminded).shown());
        lines.add(source().shown());
        var buttons = new ArrayList<Kit>();
        buttons.add(Buttons.resolve(story.ticket()));
        if (story.isUnknown()) {
            lines.add(Mrkdwn.say("thread.handed-off.unknown"));
            buttons.add(Buttons.did(story.ticket()));
        }
        if (reminded) {
            buttons.add(Buttons.stillOnIt(story.ticket()));
        }
        buttons.add(Buttons.escalate(story.ticket()));
        new Menu(story.ticket())
                .offer(say("buttons.menu.note"), Verb.NOTE)
                .offer(say("buttons.menu.hand-over"), Verb.HAND_OVER)
                .kit()
                .ifPresent(buttons::add);
        var text =
                Phrase.say("thread.handed-off.spoken", story.view().incident().id(), line, next(reminded), source());
        return new Message(List.of(Kit.section(Mrkdwn.join("\n", lines)), Kit.actions(buttons)), text.spoken());
    }

    /** The words that it was handed over with. */
    private Mrkdwn reason() {
        return Story.last(story.before(happened), Story::stops)
                .map(last -> last.event() instanceof RunEvent.Escalated escalated
                        ? new SoFar(story).reason(escalated)
                        : Mrkdwn.NONE)
                .orElse(Mrkdwn.NONE);
    }

    private static Phrase next(boolean reminded) {
        return reminded ? Phrase.say("thread.handed-off.quiet") : Phrase.say("thread.handed-off.next");
    }

    private Phrase source() {
        return story.view()
                .state()
                .resolvedSince()
                .map(since -> Phrase.say("thread.handed-off.source", since))
                .orElse(Phrase.NONE);
    }

    private Phrase closed() {
        return story.after(happened, HandedOffCard::ends)
                .map(end -> end.event() instanceof RunEvent.Finished over
                        ? Phrase.say("thread.handed-off.over", taken.by().name(), Names.of(over.ending()), end.at())
                        : Phrase.say("thread.handed-off.until", taken.by().name(), end.at()))
                .orElseGet(() -> Phrase.say("thread.handed-off.had", taken.by().name()));
    }

    private static boolean ends(RunEvent event) {
        return event instanceof RunEvent.Finished
                || event instanceof RunEvent.PageTaken
                || event instanceof RunEvent.StepShown
                || Story.stops(event);
    }
}
