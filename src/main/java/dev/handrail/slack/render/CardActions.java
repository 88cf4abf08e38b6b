package dev.handrail.slack.render;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.Position;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.press.Menu;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import java.util.ArrayList;
import java.util.List;

/**
 * What may be pressed on an incident's card: the two things that are needed at night as buttons, and the rest in one menu, whose
 * last choice opens what is needed least. A phone shows two buttons in a row.
 */
final class CardActions {
    private CardActions() {}

    static Kit open(Story story) {
        return Kit.actions(buttons(story));
    }

    private static List<Kit> buttons(Story story) {
        var ticket = story.ticket();
        var buttons = new ArrayList<Kit>();
        buttons.add(
                switch (story.view().state().position()) {
                    case Position.Offered _ -> Buttons.acknowledge(ticket);
                    case Position.Escalated _ -> Buttons.takePage(ticket);
                    case Position.OnStep _, Position.Waiting _, Position.HandedOff _, Position.Finished _ ->
                        Buttons.takeOver(ticket);
                });
        if (story.view().state().paging().isEmpty()) {
            buttons.add(Buttons.escalate(ticket));
        }
        var known = story.view().plan().book().isPresent();
        new Menu(ticket)
                .offer(say("buttons.menu.note"), Verb.NOTE)
                .offer(story.view().state().responder().isPresent(), say("buttons.menu.hand-over"), Verb.HAND_OVER)
                .offer(
                        known ? say("buttons.menu.wrong-runbook") : say("buttons.menu.choose-runbook"),
                        Verb.WRONG_RUNBOOK)
                .offer(known, say("buttons.menu.all-steps"), Verb.ALL_STEPS)
                .offer(say("buttons.menu.more"), Verb.MORE)
                .kit()
                .ifPresent(buttons::add);
        return buttons;
    }

    /** After the end there is little to do, and nothing that anybody is waited for. What was merged goes on elsewhere. */
    static Kit over(Story story) {
        var menu = new Menu(story.ticket())
                .offer(story.view().state().mergedInto().isEmpty(), say("buttons.menu.reopen"), Verb.REOPEN)
                .offer(say("buttons.menu.note"), Verb.NOTE)
                .offer(story.view().plan().book().isPresent(), say("buttons.menu.all-steps"), Verb.ALL_STEPS);
        return Kit.actions(menu.kit().stream().toList());
    }
}
