package dev.handrail.slack.render;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.Happened;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Step;
import dev.handrail.slack.press.Buttons;
import dev.handrail.slack.press.Menu;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Markdown;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.text.Room;
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One showing of a step: the whole step while it waits for an answer, one line once it does not. */
final class StepMessage {
    private final Story story;
    private final Step step;
    private final Position.OnStep now;
    private final Ticket ticket;

    private StepMessage(Story story, Step step, Position.OnStep now) {
        this.story = story;
        this.step = step;
        this.now = now;
        this.ticket = story.ticket(step.id(), now.attempt());
    }

    static Slot of(Story story, Happened happened, RunEvent.StepShown shown) {
        var key = "step/%s/%d".formatted(shown.step().value(), shown.attempt());
        var message = open(story, shown)
                .map(StepMessage::message)
                .orElseGet(() -> new ClosedStep(story, happened, shown).message());
        return Slot.inThread(key, Slot.Kind.LIVING, Slot.Urgency.STEP, message);
    }

    private static Optional<StepMessage> open(Story story, RunEvent.StepShown shown) {
        return story.view().state().position() instanceof Position.OnStep now && now.is(shown.step(), shown.attempt())
                ? story.step(shown.step()).map(step -> new StepMessage(story, step, now))
                : Optional.empty();
    }

    private Message message() {
        var body = Markdown.body(step.text(), story.view().alerts()).within(Room.LENGTH, Room.BLOCKS);
        var blocks = new ArrayList<Kit>();
        blocks.add(Kit.section(Mrkdwn.format("*%s · %s*\n*%s*", number(), Names.of(step.part()), step.title())));
        blocks.addAll(body.blocks());
        if (!body.whole()) {
            blocks.add(Kit.section(Mrkdwn.say("steps.too-long", story.page())));
        }
        tries().ifPresent(tries -> blocks.add(Kit.section(tries.shown())));
        story.view()
                .plan()
                .stepOwner(Optional.of(step.id()))
                .ifPresent(owner -> blocks.add(Kit.context(Mrkdwn.say("steps.owner", owner.name()))));
        newer().ifPresent(newer -> blocks.add(Kit.context(newer.shown())));
        blocks.add(Kit.actions(buttons(body.whole())));
        return new Message(blocks, text());
    }

    private String number() {
        return story.number(step.id());
    }

    private Mrkdwn text() {
        var incident = story.view().incident();
        return Phrase.say(
                        "steps.spoken",
                        number(),
                        incident.id(),
                        incident.title(),
                        step.title(),
                        tries().orElse(Phrase.say("steps.do-it")))
                .spoken();
    }

    private Optional<Phrase> tries() {
        return step.retry().map(retry -> {
            if (now.openTry().isPresent()) {
                return Phrase.say("steps.try.runs", now.openTry().get(), retry.limit());
            }
            var next = Phrase.say("steps.try", made() + 1, retry.limit());
            return now.notBefore()
                    .map(from -> Phrase.say("steps.try.later", from, next))
                    .orElseGet(() -> Phrase.say("steps.try.now", next));
        });
    }

    private int made() {
        return story.view().state().triesOf(step.id());
    }

    /** Not while a try runs: its result belongs to the step that said how to try. */
    private Optional<Phrase> newer() {
        return now.openTry().isPresent() ? Optional.empty() : story.newer();
    }

    private List<Kit> buttons(boolean whole) {
        var buttons = new ArrayList<Kit>();
        if (!whole) {
            buttons.add(Buttons.wholeStep(ticket));
        }
        step.retry()
                .filter(_ -> now.openTry().isEmpty() && now.notBefore().isEmpty())
                .ifPresent(retry -> buttons.add(Buttons.startTry(ticket, made() + 1, retry.limit())));
        for (var i = 0; i < step.outcomes().size(); i++) {
            var label = step.outcomes().get(i).label();
            if (now.offers(step, label)) {
                buttons.add(Buttons.outcome(ticket, label, i));
            }
        }
        buttons.add(Buttons.somethingElse(ticket));
        newer().ifPresent(_ -> buttons.add(Buttons.switchRevision(ticket)));
        menu().kit().ifPresent(buttons::add);
        return buttons;
    }

    private Menu menu() {
        var between = now.openTry().isEmpty();
        var last = step.part() == Step.Part.VERIFICATION;
        var written = story.view().plan().bookOf(step.id()).isPresent();
        return new Menu(ticket)
                .offer(say("buttons.menu.note"), Verb.NOTE)
                .offer(between && !last, say("buttons.menu.skip"), Verb.SKIP)
                .offer(
                        between && story.view().state().progress().previous().isPresent(),
                        say("buttons.menu.back"),
                        Verb.BACK)
                .offer(written, say("buttons.menu.report"), Verb.REPORT);
    }
}
