package dev.handrail.slack.modal;

import static dev.handrail.slack.words.Wording.say;

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
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.List;

/** What can be done with an incident that is needed least: a line for each, with its button. */
public final class MoreModal {
    private MoreModal() {}

    /** Returns the modal as Slack takes it. {@code memory} remembers where the menu stood that it was chosen from. */
    public static String json(IncidentView view, Links links, Memory memory) {
        var ticket = Ticket.of(view.incident().id());
        var blocks = new ArrayList<Kit>();
        blocks.addAll(List.of(
                line(
                        Mrkdwn.say(
                                "forms.more.severity",
                                Names.within(view.incident().severity())),
                        say("forms.more.severity.button"),
                        Verb.SEVERITY,
                        ticket),
                line(Mrkdwn.say("forms.more.mute"), say("forms.more.mute.button"), Verb.MUTE, ticket),
                line(Mrkdwn.say("forms.more.person"), say("forms.more.person.button"), Verb.ADD_PERSON, ticket),
                line(Mrkdwn.say("forms.more.merge"), say("forms.more.merge.button"), Verb.MERGE, ticket)));
        if (view.alerts().total() > 1) {
            blocks.add(line(Mrkdwn.say("forms.more.split"), say("forms.more.split.button"), Verb.SPLIT, ticket));
        }
        blocks.add(Kit.context(Mrkdwn.say("forms.more.foot", new Story(view, links).page())));
        return Json.write(SentenceModal.modal(Names.of(view.incident().id()), blocks)
                .with("callback_id", Verb.MORE.id())
                .with("private_metadata", Json.write(memory)));
    }

    private static Kit line(Mrkdwn text, String label, Verb verb, Ticket ticket) {
        return Kit.section(text).with("accessory", Buttons.plain(label, verb, ticket));
    }
}
