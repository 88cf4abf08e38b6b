package dev.handrail.web.timeline;

import dev.handrail.incident.Person;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import java.util.Optional;

/**
 * Where a run stands, in words.
 *
 * @param tone how the words are set off
 * @param headline a few words: {@code On step 2 of 5}
 * @param detail a sentence; may be empty
 */
public record Standing(Tone tone, String headline, String detail) {
    /** How much the state asks for attention. */
    public enum Tone {
        /** Somebody is needed. */
        URGENT,
        /** Somebody is on it. */
        ACTIVE,
        /** It is over. */
        CALM;

        /** Returns the name of the CSS class. */
        public String css() {
            return switch (this) {
                case URGENT -> "urgent";
                case ACTIVE -> "active";
                case CALM -> "calm";
            };
        }
    }

    public static Standing of(IncidentView view) {
        return switch (view.state().position()) {
            case Position.Offered _, Position.Escalated _ when view.state().isHeldByStorm() -> held(view);
            case Position.Offered _ ->
                new Standing(Tone.URGENT, "Waiting for somebody", "Nobody has said “I'm on it” yet.");
            case Position.OnStep now -> onStep(view, now);
            case Position.Waiting now ->
                new Standing(
                        Tone.ACTIVE, "Waiting until " + Times.clock(now.until()) + " UTC", walking(view, now.step()));
            case Position.Escalated now -> escalated(view, now.step());
            case Position.HandedOff now -> handedOff(view, now);
            case Position.Finished now -> finished(now);
        };
    }

    private static Standing held(IncidentView view) {
        var storm = view.state()
                .gathering()
                .map(gathering -> "storm " + gathering.parent())
                .orElse("a storm");
        return new Standing(
                Tone.ACTIVE, "Part of " + storm, "Nobody is on this one yet; people are told of the storm instead.");
    }

    private static Standing onStep(IncidentView view, Position.OnStep now) {
        var step = view.plan().step(now.step());
        var again = now.attempt() == 1 ? "" : ", shown " + now.attempt() + " times";
        var paging =
                view.state().paging().map(_ -> " It is escalated meanwhile.").orElse("");
        return new Standing(
                view.state().paging().isPresent() ? Tone.URGENT : Tone.ACTIVE,
                headline(view, step) + again,
                walking(view, now.step()) + paging);
    }

    private static String headline(IncidentView view, Step step) {
        return view.plan()
                .bookOf(step.id())
                .map(book -> "On step %d of %d"
                        .formatted(
                                book.walk().number(step.id()),
                                book.walk().steps().size()))
                .orElse("On the last question");
    }

    private static String walking(IncidentView view, StepId step) {
        var title = "“" + view.plan().step(step).title() + "”";
        return view.state()
                .responder()
                .map(Person::name)
                .map(name -> name + " is at " + title + ".")
                .orElse(title + ".");
    }

    private static Standing escalated(IncidentView view, Optional<StepId> step) {
        var where = step.map(
                        id -> " The walk stopped at “" + view.plan().step(id).title() + "”.")
                .orElse("");
        return new Standing(Tone.URGENT, "Escalated to " + Facts.owner(view), "Nobody has taken it yet." + where);
    }

    private static Standing handedOff(IncidentView view, Position.HandedOff now) {
        return new Standing(
                Tone.ACTIVE, "With " + now.to().name(), "Taken from the escalation to " + Facts.owner(view) + ".");
    }

    private static Standing finished(Position.Finished now) {
        return now.into()
                .map(into -> new Standing(
                        Tone.CALM, "Merged into incident " + into, "It is the same failure, and goes on there."))
                .orElseGet(() -> new Standing(Tone.CALM, "Closed", sentence(EventWords.ended(now.ending()))));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
