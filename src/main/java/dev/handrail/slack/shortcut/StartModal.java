package dev.handrail.slack.shortcut;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.match.text.Suggestion;
import dev.handrail.platform.Json;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.modal.Choices;
import dev.handrail.slack.press.Pick;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/** Asks which runbook to start for a message. Typing in the menu searches it; what the message speaks of comes first. */
public final class StartModal {
    /** The callback of the shortcut and of its modal. */
    public static final String CALLBACK = "start_runbook";

    /** The name of the menu, and of its block. */
    public static final String RUNBOOK = "runbook";

    /** The name of the field for words, and of its block. */
    public static final String WHY = "why";

    private static final int QUOTED = 300;
    private static final int SHOWN = 120;

    private StartModal() {}

    /**
     * Returns the modal as Slack takes it.
     *
     * @param likely runbooks that speak of what the message says
     * @param all that may be started, in the order in which they are offered
     */
    public static String json(Origin origin, List<Suggestion> likely, List<Runbook> all) {
        var blocks = new ArrayList<Kit>();
        if (!origin.text().isBlank()) {
            blocks.add(Kit.section(Mrkdwn.format("> %s", Harmless.line(origin.text(), QUOTED))));
        }
        if (!likely.isEmpty()) {
            var lines = likely.stream()
                    .map(one -> Mrkdwn.format("• *%s*: %s", one.runbook().title(), Harmless.line(one.why(), SHOWN)))
                    .toList();
            blocks.add(Kit.section(Mrkdwn.say("forms.start.perhaps", Mrkdwn.join("\n", lines))));
        }
        blocks.add(menu(all));
        blocks.add(why());
        blocks.add(Kit.context(Mrkdwn.say("forms.start.foot")));
        return Json.write(SentenceModal.modal(say("forms.start.title"), blocks)
                .with("close", Kit.plain(say("forms.cancel"), SlackLimits.VIEW_TITLE))
                .with("callback_id", CALLBACK)
                .with("submit", Kit.plain(say("forms.start.submit"), SlackLimits.VIEW_TITLE))
                .with("private_metadata", Json.write(origin)));
    }

    private static Kit menu(List<Runbook> runbooks) {
        var options = runbooks.stream().map(Choices::option).toList();
        var element = Pick.from(options).with("action_id", RUNBOOK);
        return Kit.of("input")
                .with("block_id", RUNBOOK)
                .with("label", Kit.plain(say("forms.start.which"), SlackLimits.INPUT_LABEL))
                .with("hint", Kit.plain(say("forms.start.which.hint"), SlackLimits.INPUT_LABEL))
                .with("element", element);
    }

    private static Kit why() {
        var element = Kit.of("plain_text_input")
                .with("action_id", WHY)
                .with("multiline", true)
                .with("max_length", SentenceModal.LONGEST);
        return Kit.of("input")
                .with("block_id", WHY)
                .with("optional", true)
                .with("label", Kit.plain(say("forms.start.why"), SlackLimits.INPUT_LABEL))
                .with("hint", Kit.plain(say("forms.start.why.hint"), SlackLimits.INPUT_LABEL))
                .with("element", element);
    }
}
