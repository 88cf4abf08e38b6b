package dev.handrail.slack.render;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.story.PageEnd;
import dev.handrail.slack.story.SoFar;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One telling of a level, in the thread and to each of its contacts, with a button until somebody takes it. In a drill the thread
 * says who would be told, and nobody is.
 */
final class PageMessage {
    private final Story story;
    private final Happened happened;
    private final RunEvent.LevelTold told;
    private final Optional<RunEvent.Escalated> escalated;
    private final SoFar soFar;

    private PageMessage(Story story, Happened happened, RunEvent.LevelTold told) {
        this.story = story;
        this.happened = happened;
        this.told = told;
        this.escalated = Story.last(story.before(happened), RunEvent.Escalated.class::isInstance)
                .map(Happened::event)
                .map(RunEvent.Escalated.class::cast);
        this.soFar = new SoFar(story);
    }

    static List<Slot> of(Story story, Happened happened, RunEvent.LevelTold told) {
        return new PageMessage(story, happened, told).slots();
    }

    private List<Slot> slots() {
        var number = story.ordinal(happened);
        var slots = new ArrayList<Slot>();
        slots.add(slot("page/" + number, new Slot.Where.InThread(isLastLevel() && !story.isDrill()), inThread()));
        for (var contact : called()) {
            switch (contact) {
                case Contact.SlackUser user ->
                    slots.add(slot("dm/%d/%s".formatted(number, user.id()), new Slot.Where.Direct(user.id()), alone()));
                case Contact.SlackChannel channel ->
                    slots.add(slot(
                            "contact-channel/%d/%s".formatted(number, channel.name()),
                            new Slot.Where.Elsewhere(channel.name()),
                            alone()));
                case Contact.SlackGroup _, Contact.Outside _ -> {}
            }
        }
        return slots;
    }

    private Slot slot(String key, Slot.Where where, Message message) {
        var kind = isOpen() && !isRepeated() ? Slot.Kind.APPENDED : Slot.Kind.OVERTAKEN;
        return new Slot(key, kind, isOpen() ? Slot.Urgency.PAGE : Slot.Urgency.STEP, where, message);
    }

    /** Nobody is told at first of what they did themselves, unless there is nobody else; silence is told to everybody. */
    private List<Contact> called() {
        if (story.isDrill()) {
            return List.of();
        }
        var self = escalated.flatMap(RunEvent.Escalated::by).map(by -> new Contact.SlackUser(by.id()));
        var others = told.tell().stream()
                .filter(contact -> self.filter(contact::equals).isEmpty())
                .toList();
        return told.round() > 0 || others.isEmpty() ? told.tell() : others;
    }

    private boolean isLastLevel() {
        var step = escalated.flatMap(RunEvent.Escalated::step);
        return told.level() == story.view().plan().policyAt(step).levels().size() - 1;
    }

    private boolean isOpen() {
        return story.view().state().paging().isPresent() && end().isEmpty();
    }

    private boolean isRepeated() {
        return story.after(
                        happened,
                        event -> event instanceof RunEvent.LevelTold later
                                && later.level() == told.level()
                                && later.round() > told.round())
                .isPresent();
    }

    private Optional<Happened> end() {
        return PageEnd.of(story, happened);
    }

    private Message inThread() {
        var called = Mrkdwn.format("📣 %s %s", call().shown(), Mrkdwn.join(" ", mentions()));
        var outside = story.isDrill() ? Mrkdwn.NONE : ToldOutside.of(story, happened, told);
        return message(Mrkdwn.join("\n", List.of(called, outside)));
    }

    /** For somebody who does not see the thread beside it. */
    private Message alone() {
        var incident = story.view().incident();
        return message(Mrkdwn.say(
                "pages.alone",
                call().shown(),
                story.title(),
                Names.shown(incident.severity()),
                incident.channel(),
                story.page()));
    }

    private Message message(Mrkdwn first) {
        if (!isOpen()) {
            return new Message(List.of(Kit.section(settled())), closed().spoken());
        }
        var why = Mrkdwn.say(
                "pages.why", escalated.map(soFar::why).orElse(Phrase.NONE).shown());
        var blocks = List.of(
                Kit.section(Mrkdwn.join("\n", List.of(first, why, reason(), soFar.onParts()))),
                Kit.section(Mrkdwn.say("pages.so-far", soFar.before(happened))),
                Kit.actions(List.of(Buttons.takePage(story.ticket()))));
        return new Message(blocks, text());
    }

    /** What was said stays: whoever took it reads it again here. */
    private Mrkdwn settled() {
        var where = Mrkdwn.format("%s · %s", Mrkdwn.text(story.view().incident().channel()), story.page());
        return Mrkdwn.join("\n", List.of(closed().shown(), reason(), where));
    }

    private Mrkdwn reason() {
        return escalated.map(soFar::reason).orElse(Mrkdwn.NONE);
    }

    private Phrase call() {
        var whom = told.called().whom(told.name());
        if (story.isDrill()) {
            return Phrase.say("pages.call.drill", whom);
        }
        if (told.round() > 0) {
            return Phrase.say("pages.call.again", whom, told.round() + 1);
        }
        return told.called().from() > 0 ? Phrase.say("pages.call.next", whom) : Phrase.say("pages.call", whom);
    }

    private List<Mrkdwn> mentions() {
        return called().stream()
                .map(contact -> switch (contact) {
                    case Contact.SlackUser user -> Mrkdwn.user(user.id());
                    case Contact.SlackGroup group -> Mrkdwn.group(group.id());
                    case Contact.SlackChannel _, Contact.Outside _ -> Mrkdwn.NONE;
                })
                .toList();
    }

    private Mrkdwn text() {
        var incident = story.view().incident();
        return Phrase.say(
                        "pages.spoken",
                        call(),
                        Names.of(incident.severity()),
                        incident.title(),
                        incident.id(),
                        escalated.map(soFar::why).orElse(Phrase.NONE))
                .spoken();
    }

    private Phrase closed() {
        var base = Phrase.say(
                "pages.closed",
                told.name(),
                story.wasTold(),
                happened.at(),
                escalated.map(soFar::why).orElse(Phrase.NONE));
        return end().map(end -> Phrase.say("pages.closed.by", base, PageEnd.words(end.event()), end.at()))
                .orElseGet(() -> story.gathering()
                        .map(storm -> Phrase.say("pages.closed.storm", base, storm))
                        .orElseGet(() -> Phrase.say("pages.closed.source", base)));
    }
}
