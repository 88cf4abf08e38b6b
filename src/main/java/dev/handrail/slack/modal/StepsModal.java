package dev.handrail.slack.modal;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.platform.Json;
import dev.handrail.run.IncidentView;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Markdown;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.List;

/** The steps in full, in a modal: all of them, or one that does not fit its message. */
public final class StepsModal {
    private static final int BUDGET = 20_000;
    private static final int BLOCKS = SlackLimits.VIEW_BLOCKS - 2;

    private final Story story;
    private final List<Kit> blocks = new ArrayList<>();
    private int left = BUDGET;

    private StepsModal(Story story) {
        this.story = story;
    }

    /** Returns the modal with all steps of the runbook that the incident was matched to. */
    public static String all(IncidentView view, Links links) {
        var modal = new StepsModal(new Story(view, links));
        view.plan().books().forEach(book -> book.walk().steps().forEach(modal::add));
        return modal.json(say("forms.steps.title"));
    }

    /** Returns the modal with one step. */
    public static String one(IncidentView view, Links links, StepId step) {
        var modal = new StepsModal(new Story(view, links));
        modal.story.step(step).ifPresent(modal::add);
        return modal.json(modal.story.number(step));
    }

    private void add(Step step) {
        if (left <= 0 || blocks.size() + 2 > BLOCKS) {
            left = 0;
            return;
        }
        var isHere = story.view().state().step().filter(step.id()::equals).isPresent();
        var heading = isHere ? "👉 *%s · %s*\n*%s*" : "*%s · %s*\n*%s*";
        blocks.add(Kit.section(Mrkdwn.format(heading, story.number(step.id()), Names.of(step.part()), step.title())));
        var body = Markdown.body(step.text(), story.view().alerts()).within(left, BLOCKS - blocks.size());
        blocks.addAll(body.blocks());
        left = body.whole() ? left - body.length() : 0;
    }

    private String json(String title) {
        blocks.add(Kit.context(Mrkdwn.say(left > 0 ? "forms.steps.foot" : "forms.steps.rest", story.page())));
        return Json.write(SentenceModal.modal(title, blocks));
    }
}
