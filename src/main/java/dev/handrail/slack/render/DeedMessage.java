package dev.handrail.slack.render;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.story.Headline;
import dev.handrail.slack.story.Regrouping;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What people did besides walking, where the thread does not show it otherwise. Each is one message at most, and mentions only
 * somebody who is called by it, and who did not do it.
 */
final class DeedMessage {
    private static final int NOTE = 2000;
    private static final int LINE = 150;

    private final Story story;
    private final Happened happened;

    private DeedMessage(Story story, Happened happened) {
        this.story = story;
        this.happened = happened;
    }

    static List<Slot> of(Story story, Happened happened, Act act) {
        var message = new DeedMessage(story, happened);
        return switch (act) {
            case Act.NoteAdded note -> note.inThread() ? List.of() : List.of(message.note(note));
            case Act.PersonAdded added -> List.of(message.person(added));
            case Act.HandoverOffered offer -> message.offer(offer);
            case Act.HandoverDeclined declined ->
                List.of(message.back(
                        "handover-declined/",
                        declined.from(),
                        Phrase.say(
                                "thread.handover.back.declined", declined.by().name())));
            case Act.HandoverLapsed lapsed ->
                List.of(message.back(
                        "handover-lapsed/",
                        lapsed.from(),
                        Phrase.say("thread.handover.back.lapsed", lapsed.to().name())));
            case Act.StepSkipped _, Act.SteppedBack _, Act.RunbookChanged _, Act.HandoverAccepted _ -> List.of();
            case Act.Regrouped regrouped -> List.of(message.regrouped(regrouped));
            case Act.SeverityChanged _, Act.Muted _ -> List.of();
        };
    }

    private Slot note(Act.NoteAdded note) {
        var line = note.upshot()
                .map(upshot -> Phrase.say("thread.note.did", note.by().name(), Names.of(upshot)))
                .orElseGet(() -> Phrase.say("thread.note", note.by().name()));
        var shown = Mrkdwn.format("%s:\n> %s", line.shown(), evidence(note.text()));
        var text = Phrase.say("thread.note.spoken", story.view().incident().id(), line, note.text());
        return slot(
                "note/", Slot.Kind.LIVING, Slot.Urgency.STEP, new Message(List.of(Kit.section(shown)), text.spoken()));
    }

    private Slot regrouped(Act.Regrouped act) {
        var why = act.why().isBlank() ? Mrkdwn.NONE : Mrkdwn.format("\n> %s", Mrkdwn.text(act.why(), NOTE));
        var shown =
                Mrkdwn.format("🔀 %s%s", Regrouping.linked(story, happened, act).shown(), why);
        var text = Phrase.say("thread.regrouped", story.view().incident().id(), Regrouping.told(story, happened, act));
        var message = new Message(List.of(Kit.section(shown)), text.spoken());
        return slot("regrouped/" + happened.position() + "/", Slot.Kind.LIVING, Slot.Urgency.STEP, message);
    }

    /** A link that somebody gives can be followed, and shows where it leads. */
    private static Mrkdwn evidence(String text) {
        var words = Arrays.stream(text.split("\\s+"))
                .map(word -> Mrkdwn.isWeb(word) ? Mrkdwn.link(word, word) : Mrkdwn.text(word))
                .toList();
        var linked = Mrkdwn.join(" ", words);
        return linked.toString().length() <= NOTE ? linked : Mrkdwn.text(text, NOTE);
    }

    private Slot person(Act.PersonAdded added) {
        if (added.by().is(added.who())) {
            var joined = Phrase.say("thread.person.joined", added.by().name(), because(added.why()));
            var message = new Message(List.of(Kit.section(joined.shown())), joined.spoken());
            return slot("person/", calls(), Slot.Urgency.STEP, message);
        }
        var line = Phrase.say("thread.person", added.by().name(), because(added.why()));
        return slot("person/", calls(), Slot.Urgency.STEP, called("🙋", added.who(), line));
    }

    /** What was called for is called for only while the incident is open. */
    private Slot.Kind calls() {
        return story.view().state().isOpen() ? Slot.Kind.APPENDED : Slot.Kind.OVERTAKEN;
    }

    private static Phrase because(String why) {
        return why.isBlank() ? Phrase.of(".") : Phrase.of(": %s", why);
    }

    /** The others of a shift are answered with the one that leads it. */
    private List<Slot> offer(Act.HandoverOffered offer) {
        var open = isOpen();
        var kind = open ? Slot.Kind.APPENDED : Slot.Kind.OVERTAKEN;
        var slots = new ArrayList<Slot>();
        slots.add(slot("handover/", kind, Slot.Urgency.PAGE, open ? asked(offer) : settled(offer)));
        if (offer.lead().isEmpty() && !story.isDrill()) {
            var key = "handover-dm/" + story.ordinal(happened);
            var where = new Slot.Where.Direct(offer.to().id());
            slots.add(new Slot(key, kind, Slot.Urgency.PAGE, where, open ? alone(offer) : settled(offer)));
        }
        return slots;
    }

    private Message asked(Act.HandoverOffered offer) {
        var line = Phrase.say(
                "thread.handover",
                offer.by().name(),
                noted(offer),
                offer.until(),
                offer.by().name());
        if (offer.lead().isPresent()) {
            var shift = Phrase.say(
                    "thread.handover.led",
                    offer.by().name(),
                    offer.to().name(),
                    offer.lead().get());
            return new Message(List.of(Kit.section(Mrkdwn.format("🤝 %s", shift.shown()))), shift.spoken());
        }
        var called = called("🤝", offer.to(), line);
        return new Message(List.of(called.blocks().getFirst(), Kit.actions(answers())), called.text());
    }

    /** For somebody who does not see the thread beside it: what it is, where it stands, or the whole shift. */
    private Message alone(Act.HandoverOffered offer) {
        var incident = story.view().incident();
        var what = offer.shift().isEmpty()
                ? Phrase.say("thread.handover.alone", offer.by().name(), noted(offer))
                : Phrase.say(
                        "thread.handover.shift",
                        offer.by().name(),
                        offer.shift().size(),
                        noted(offer));
        var blocks = new ArrayList<Kit>();
        blocks.add(Kit.section(Mrkdwn.format("🤝 %s", what.shown())));
        blocks.addAll(offer.shift().isEmpty() ? List.of(Kit.section(one())) : shift(offer));
        blocks.add(Kit.context(
                Phrase.say("thread.handover.stays", offer.until(), offer.by().name())
                        .shown()));
        blocks.add(Kit.actions(answers()));
        var text = Phrase.say("thread.handover.spoken", what, incident.id(), incident.title(), offer.until());
        return new Message(blocks, text.spoken());
    }

    private Mrkdwn one() {
        var incident = story.view().incident();
        return Mrkdwn.say(
                "thread.handover.single",
                story.title(),
                Names.shown(incident.severity()),
                incident.channel(),
                story.page(),
                Headline.of(story).state().shown());
    }

    private List<Kit> shift(Act.HandoverOffered offer) {
        return offer.shift().stream()
                .map(part -> Kit.section(Mrkdwn.format(
                        "• %s · *%s* · %s",
                        Mrkdwn.link(story.links().incident(part.id()), Names.of(part.id())),
                        Mrkdwn.text(part.title(), LINE),
                        Mrkdwn.kept(part.stands(), LINE))))
                .toList();
    }

    private List<Kit> answers() {
        return List.of(Buttons.accept(story.ticket()), Buttons.decline(story.ticket()));
    }

    private static Phrase noted(Act.HandoverOffered offer) {
        return offer.note().isBlank() ? Phrase.of(".") : Phrase.of(": %s.", offer.note());
    }

    private boolean isOpen() {
        return story.view().state().arrangements().handover().isPresent() && end().isEmpty();
    }

    private Optional<Happened> end() {
        return story.after(
                happened,
                event -> event instanceof Act.HandoverOffered
                        || event instanceof Act.HandoverDeclined
                        || event instanceof Act.HandoverLapsed
                        || Story.taker(event).isPresent());
    }

    private Message settled(Act.HandoverOffered offer) {
        var asked = Phrase.say(
                "thread.handover.asked", offer.by().name(), offer.to().name());
        var line = end().map(end -> Phrase.say("thread.handover.settled", asked, outcome(end), end.at()))
                .orElseGet(() -> Phrase.say("thread.handover.void", asked));
        var shown = offer.note().isBlank()
                ? line.shown()
                : Mrkdwn.format("%s\n> %s", line.shown(), Mrkdwn.text(offer.note(), NOTE));
        return new Message(List.of(Kit.section(shown)), line.spoken());
    }

    private static Phrase outcome(Happened end) {
        return Story.taker(end.event())
                .map(by -> Phrase.say("thread.handover.taken", by.name()))
                .orElseGet(() -> switch (end.event()) {
                    case Act.HandoverDeclined no ->
                        Phrase.say("thread.handover.declined", no.by().name());
                    case Act.HandoverLapsed lapsed ->
                        Phrase.say("thread.handover.silent", lapsed.to().name());
                    case RunEvent _ -> Phrase.say("thread.handover.other");
                });
    }

    /** Calls back whoever hoped to be rid of it: an edit would not tell them. */
    private Slot back(String key, Person from, Phrase line) {
        var moved =
                story.after(happened, event -> Story.taker(event).isPresent()).isPresent();
        return slot(key, moved ? Slot.Kind.OVERTAKEN : calls(), Slot.Urgency.STEP, called("↩", from, line));
    }

    private Message called(String emoji, Person who, Phrase line) {
        var text = Phrase.say(
                "thread.spoken.to",
                story.view().incident().id(),
                story.view().incident().title(),
                who.name(),
                line);
        var name = story.called(who);
        return new Message(List.of(Kit.section(Mrkdwn.format("%s %s: %s", emoji, name, line.shown()))), text.spoken());
    }

    private Slot slot(String key, Slot.Kind kind, Slot.Urgency urgency, Message message) {
        return Slot.inThread(key + story.ordinal(happened), kind, urgency, message);
    }
}
