package dev.handrail.slack.render;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Happened;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.story.Regrouping;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.List;
import java.util.Optional;

/** A line in the thread that mentions the responder, because something waits for them that no edit would tell them. */
final class Notice {
    /** Where there is nobody to mention, the whole channel is to see it. */
    private static final Slot.Where BROADCAST = new Slot.Where.InThread(true);

    private static final Slot.Where THREAD = new Slot.Where.InThread(false);

    private final Story story;
    private final Happened happened;

    private Notice(Story story, Happened happened) {
        this.story = story;
        this.happened = happened;
    }

    static Slot reminder(Story story, Happened happened, RunEvent.Reminded reminded) {
        return new Notice(story, happened).reminder(reminded);
    }

    static Slot backoff(Story story, Happened happened, RunEvent.BackoffEnded ended) {
        var notice = new Notice(story, happened);
        var line = Phrase.say("thread.backoff", story.title(ended.step()));
        return notice.slot("backoff/", notice.to("⏰", line));
    }

    static Slot reopened(Story story, Happened happened, RunEvent.Reopened reopened) {
        var notice = new Notice(story, happened);
        return notice.slot("reopened/", notice.openAgain(reopened));
    }

    /** Whoever was on it learns once that it goes on elsewhere, unless they said so themselves. */
    static Optional<Slot> merged(Story story, RunEvent.Finished over) {
        return over.into()
                .flatMap(into -> story.view()
                        .state()
                        .responder()
                        .filter(on -> over.by().filter(on::is).isEmpty())
                        .map(on -> gone(story, on, over.by().map(Person::name).orElse(""), into)));
    }

    private static Slot gone(Story story, Person on, String by, IncidentId into) {
        var name = story.isDrill() || !on.inSlack() ? Mrkdwn.text(on.name()) : Mrkdwn.user(on.id());
        var line = Phrase.say("thread.merged", by, Regrouping.link(story, into));
        var spoken = Phrase.say("thread.merged.spoken", story.view().incident().id(), by, Names.within(into));
        var shown = Kit.section(Mrkdwn.format("🔀 %s: %s", name, line.shown()));
        return Slot.inThread(
                "merged/1", Slot.Kind.APPENDED, Slot.Urgency.STEP, new Message(List.of(shown), spoken.spoken()));
    }

    /** Nobody is called to what they said themselves. */
    private Message openAgain(RunEvent.Reopened reopened) {
        return reopened.by()
                .map(by -> Phrase.say("thread.reopened.by", by.name(), reopened.why()))
                .map(line -> responder().filter(reopened.by().get()::is).isPresent()
                        ? message("🔁", Mrkdwn.NONE, line)
                        : to("🔁", line))
                .orElseGet(() -> to("🔁", Phrase.say("thread.reopened", reopened.why())));
    }

    private Slot reminder(RunEvent.Reminded reminded) {
        var key = "reminder/";
        if (responder().isEmpty()) {
            var line = Phrase.say("thread.remind.nobody", story.owner(), story.isTold());
            return slot(key, story.isDrill() ? THREAD : BROADCAST, message("⏰", Mrkdwn.NONE, line));
        }
        var line = reminded.step()
                .filter(_ -> !isHandedOff())
                .map(step -> Phrase.say("thread.remind.step", story.title(step), story.owner(), story.isTold()))
                .orElseGet(() -> Phrase.say("thread.remind.quiet", story.isTold()));
        return slot(key, withButton(to("⏰", line)));
    }

    /** Says whether the run stood still in somebody's hands when the reminder came. */
    private boolean isHandedOff() {
        return Story.last(
                        story.before(happened),
                        event -> event instanceof RunEvent.StepShown || event instanceof RunEvent.PageTaken)
                .filter(last -> last.event() instanceof RunEvent.PageTaken taken
                        && HandedOffCard.of(story, last, taken).isPresent())
                .isPresent();
    }

    private Message withButton(Message message) {
        if (isOvertaken()) {
            return message;
        }
        var button = Kit.actions(List.of(Buttons.stillOnIt(story.ticket())));
        return new Message(List.of(message.blocks().getFirst(), button), message.text());
    }

    private Message to(String emoji, Phrase line) {
        return responder()
                .map(person -> message(emoji, story.called(person), line))
                .orElseGet(() -> message(emoji, Mrkdwn.NONE, line));
    }

    private Message message(String emoji, Mrkdwn mention, Phrase line) {
        var text = Phrase.say(
                "thread.spoken",
                story.view().incident().id(),
                story.view().incident().title(),
                line);
        var shown = mention.isEmpty() ? line.shown() : Mrkdwn.format("%s: %s", mention, line.shown());
        return new Message(List.of(Kit.section(Mrkdwn.format("%s %s", emoji, shown))), text.spoken());
    }

    private Optional<Person> responder() {
        return story.responderAt(happened);
    }

    private Slot slot(String kind, Message message) {
        return slot(kind, THREAD, message);
    }

    private Slot slot(String kind, Slot.Where where, Message message) {
        var overtaken = isOvertaken() ? Slot.Kind.OVERTAKEN : Slot.Kind.APPENDED;
        return new Slot(kind + story.ordinal(happened), overtaken, Slot.Urgency.STEP, where, message);
    }

    /** Anything that people do to the run makes it old news. */
    private boolean isOvertaken() {
        return story.view().state().position() instanceof Position.Finished
                || story.after(
                                happened,
                                event -> !(event instanceof RunEvent.AlertsJoined
                                        || event instanceof RunEvent.SourceResolved
                                        || event instanceof RunEvent.SourceFiredAgain
                                        || event instanceof RunEvent.FlappingBegan
                                        || event instanceof RunEvent.FlappingEnded
                                        || event instanceof RunEvent.StepReported
                                        || event instanceof RunEvent.NewerRevision
                                        || event instanceof Act.Remark))
                        .isPresent();
    }
}
