package dev.handrail.slack.modal;

import dev.handrail.platform.Json;
import dev.handrail.run.IncidentView;
import dev.handrail.slack.Links;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.SentenceModal.Memory;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import java.util.List;

/** What can be done with an incident that is needed least: a line for each, with its button. */
public final class MoreModal {
    private MoreModal() {}

    /** Returns the modal as Slack takes it. {@code memory} remembers where the menu stood that it was chosen from. */
    public static String json(IncidentView view, Links links, Memory memory) {
        var ticket = Ticket.of(view.incident().id());
        var blocks = List.of(
                line(
                        Mrkdwn.format(
                                "*Change severity*\nNow: %s",
                                view.incident().severity().word()),
                        "Change…",
                        Verb.SEVERITY,
                        ticket),
                line(
                        Mrkdwn.format(
                                "*Mute until…*\n%s", "Alerts like these open nothing, and nobody is reminded here."),
                        "Mute…",
                        Verb.MUTE,
                        ticket),
                line(
                        Mrkdwn.format(
                                "*Add a person*\n%s",
                                "They are mentioned in the thread, once, and listed on the card."),
                        "Add…",
                        Verb.ADD_PERSON,
                        ticket),
                Kit.context(Mrkdwn.format("%s has everything that was done.", new Story(view, links).page())));
        return Json.write(SentenceModal.modal("Incident " + view.incident().id(), blocks)
                .with("callback_id", Verb.MORE.id())
                .with("private_metadata", Json.write(memory)));
    }

    private static Kit line(Mrkdwn text, String label, Verb verb, Ticket ticket) {
        return Kit.section(text).with("accessory", Buttons.plain(label, verb, ticket));
    }
}
