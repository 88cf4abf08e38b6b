package dev.handrail.slack.story;

import dev.handrail.incident.Person;
import dev.handrail.run.Ending;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.text.Phrase;
import java.time.Duration;
import java.util.Optional;

/**
 * Where an incident stands, in words.
 *
 * @param state what is so
 * @param next what to do about it; empty where there is nothing
 */
public record Headline(String emoji, Phrase state, Phrase next) {

    public static Headline of(Story story) {
        return switch (story.view().state().position()) {
            case Position.Offered _ -> offered(story);
            case Position.OnStep now -> onStep(story, now);
            case Position.Waiting now -> waiting(story, now);
            case Position.Escalated _ -> escalated(story);
            case Position.HandedOff now -> handedOff(now);
            case Position.Finished now -> finished(story, now);
        };
    }

    private static Headline offered(Story story) {
        var press = Phrase.of("Press I'm on it to start.");
        if (isHeld(story)) {
            return partOfStorm(story, press);
        }
        if (story.view().state().condition().calmSince().isPresent()) {
            var over = Phrase.of("Nobody was on it, and the source says that it is over");
            return new Headline("⚪", over, Phrase.of("It closes by itself if it stays quiet."));
        }
        return story.view().state().paging().isPresent()
                ? new Headline("📣", Phrase.of("Nobody is on it yet; %s %s", told(story), story.hasBeenTold()), press)
                : new Headline("🔔", Phrase.of("Nobody is on it yet"), press);
    }

    private static Headline onStep(Story story, Position.OnStep now) {
        var state = Phrase.of("%s is on it: %s, %s", responder(story), place(story, now), story.title(now.step()));
        var next = story.view().state().paging().isPresent()
                ? Phrase.of("The step waits for an answer, and %s %s.", told(story), story.hasBeenTold())
                : Phrase.of("Answer the step in the thread.");
        return new Headline("👤", state, next);
    }

    private static String place(Story story, Position.OnStep now) {
        var number = story.number(now.step());
        return Character.toLowerCase(number.charAt(0)) + number.substring(1);
    }

    private static Headline waiting(Story story, Position.Waiting now) {
        var state = Phrase.of(
                "Waiting until %s with %s, then: %s", now.until(), responder(story), Words.then(story, now.then()));
        return new Headline("⏳", state, Phrase.of("Go on now, in the thread, if there is nothing to wait for."));
    }

    private static boolean isHeld(Story story) {
        var state = story.view().state();
        return state.isHeldByStorm() && state.condition().calmSince().isEmpty();
    }

    /** People are told of the storm, and may take up this part of it. */
    private static Headline partOfStorm(Story story, Phrase press) {
        var storm = story.gathering().map(id -> "storm " + id).orElse("a storm");
        return new Headline("🌪", Phrase.of("Part of %s; nobody is on this one", storm), press);
    }

    private static Headline escalated(Story story) {
        if (isHeld(story)) {
            return partOfStorm(story, Phrase.of("Press I've got it to take it."));
        }
        if (story.view().state().paging().isEmpty()) {
            var over = Phrase.of("The source says that it is over; nobody has it");
            return new Headline("⚪", over, Phrase.of("It closes by itself if it stays quiet."));
        }
        return new Headline(
                "📣",
                Phrase.of("Escalated to %s: nobody has it yet", told(story)),
                Phrase.of("Press I've got it to take it."));
    }

    private static Headline handedOff(Position.HandedOff now) {
        return new Headline(
                "🤝",
                Phrase.of("%s has it", now.to().name()),
                Phrase.of("Press Resolved, in the thread, when it is over."));
    }

    private static Headline finished(Story story, Position.Finished now) {
        var by = story.last(RunEvent.Finished.class::isInstance)
                .flatMap(last -> last.event() instanceof RunEvent.Finished over ? over.by() : Optional.empty());
        var time = Words.duration(Duration.between(story.view().incident().openedAt(), now.since()));
        var state = now.ending() == Ending.RESOLVED && by.isPresent()
                ? Phrase.of("Resolved by %s at %s, after %s", by.get().name(), now.since(), time)
                : Phrase.of("%s, at %s, after %s", Words.ending(now.ending()), now.since(), time);
        return new Headline("✅", state, Phrase.NONE);
    }

    private static String responder(Story story) {
        return story.view().state().responder().map(Person::name).orElse("Nobody");
    }

    /** Returns whom the last level told is called. */
    private static String told(Story story) {
        return story.last(RunEvent.LevelTold.class::isInstance)
                .map(last -> last.event() instanceof RunEvent.LevelTold level ? level.name() : story.owner())
                .orElseGet(story::owner);
    }
}
