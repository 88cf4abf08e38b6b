package dev.handrail.slack.render;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report that a step is not good: one line in the thread, and the place in the file to whoever wrote it. It is no page: it
 * mentions nobody, waits for nothing and is told once.
 */
final class ReportMessage {
    private final Story story;
    private final RunEvent.StepReported report;

    private ReportMessage(Story story, RunEvent.StepReported report) {
        this.story = story;
        this.report = report;
    }

    static List<Slot> of(Story story, Happened happened, RunEvent.StepReported report) {
        var number = story.ordinal(happened);
        var message = new ReportMessage(story, report);
        var slots = new ArrayList<Slot>();
        slots.add(slot("report/" + number, new Slot.Where.InThread(false), message.inThread()));
        for (var contact : report.tell()) {
            switch (contact) {
                case Contact.SlackUser user ->
                    slots.add(slot(
                            "report-dm/%d/%s".formatted(number, user.id()),
                            new Slot.Where.Direct(user.id()),
                            message.toOwner()));
                case Contact.SlackChannel channel ->
                    slots.add(slot(
                            "report-channel/%d/%s".formatted(number, channel.name()),
                            new Slot.Where.Elsewhere(channel.name()),
                            message.toOwner()));
                case Contact.SlackGroup _, Contact.Outside _ -> {}
            }
        }
        return slots;
    }

    private static Slot slot(String key, Slot.Where where, Message message) {
        return new Slot(key, Slot.Kind.APPENDED, Slot.Urgency.CARD, where, message);
    }

    private Message inThread() {
        return line(Phrase.say("thread.report", report.by().name(), title(), Names.of(report.fault()), told()));
    }

    /** A user group can only be reached by a mention, and a report is not worth that. */
    private Phrase told() {
        var reached = report.tell().stream()
                .anyMatch(contact -> contact instanceof Contact.SlackUser || contact instanceof Contact.SlackChannel);
        var owner = story.view().plan().ownerAt(Optional.of(report.step()));
        return reached ? Phrase.say("thread.report.reached", owner) : Phrase.say("thread.report.unreached", owner);
    }

    private Message toOwner() {
        var said = Phrase.say("thread.report.owner", report.by().name(), Names.of(report.fault()));
        var where = Mrkdwn.format("`%s` · “%s”", report.place(), title());
        var sentence = Mrkdwn.format("> %s", Mrkdwn.text(report.sentence(), 1500));
        var context = Mrkdwn.say(
                "thread.report.foot", story.page(), story.view().incident().channel(), revision());
        return new Message(
                List.of(
                        Kit.section(Mrkdwn.join("\n", List.of(Mrkdwn.format("*%s*", said.shown()), where, sentence))),
                        Kit.context(context)),
                Phrase.say("thread.report.spoken", said, report.place(), title(), report.sentence())
                        .spoken());
    }

    private String revision() {
        return report.revision().abbreviated();
    }

    private String title() {
        return story.title(report.step());
    }

    private static Message line(Phrase line) {
        return new Message(List.of(Kit.section(line.shown())), line.spoken());
    }
}
