package dev.handrail.slack.render;

import dev.handrail.run.Happened;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** A wait that an outcome asked for: until when, and what comes then. */
final class WaitMessage {
    private WaitMessage() {}

    static Slot of(Story story, Happened began, RunEvent.WaitBegan wait) {
        var key = "wait/%s/%d".formatted(wait.step().value(), wait.attempt());
        var waiting =
                story.view().state().position() instanceof Position.Waiting now && now.is(wait.step(), wait.attempt());
        return Slot.inThread(
                key, Slot.Kind.LIVING, Slot.Urgency.STEP, waiting ? open(story, wait) : closed(story, began, wait));
    }

    private static Message open(Story story, RunEvent.WaitBegan wait) {
        var ticket = story.ticket(wait.step(), wait.attempt());
        var line = Phrase.say("steps.wait", wait.until(), story.then(wait.then()));
        var blocks = new ArrayList<Kit>();
        blocks.add(Kit.section(line.shown()));
        blocks.add(Kit.actions(List.of(Buttons.goOn(ticket), Buttons.somethingElse(ticket))));
        var text = Phrase.say("steps.wait.spoken", story.view().incident().id(), line);
        return new Message(blocks, text.spoken());
    }

    private static Message closed(Story story, Happened began, RunEvent.WaitBegan wait) {
        var line = story.after(began, WaitMessage::settles)
                .filter(end -> end.event() instanceof RunEvent.WaitEnded)
                .map(end -> end.event() instanceof RunEvent.WaitEnded ended ? ended(wait, ended, end) : Phrase.NONE)
                .orElseGet(() -> Phrase.say("steps.wait.void", wait.until()));
        return new Message(List.of(Kit.section(line.shown())), line.spoken());
    }

    /** The next step that is shown, and the next wait, have come without it. */
    private static boolean settles(RunEvent event) {
        return event instanceof RunEvent.WaitEnded
                || event instanceof RunEvent.WaitBegan
                || event instanceof RunEvent.StepShown;
    }

    private static Phrase ended(RunEvent.WaitBegan wait, RunEvent.WaitEnded ended, Happened end) {
        if (ended.by().isPresent()) {
            return Phrase.say("steps.wait.cut-short-by", ended.by().get().name(), end.at());
        }
        return end.at().isBefore(wait.until())
                ? Phrase.say("steps.wait.cut-short", wait.until())
                : Phrase.say("steps.wait.over", wait.until());
    }
}
