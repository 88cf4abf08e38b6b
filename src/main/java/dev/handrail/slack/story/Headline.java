package dev.handrail.slack.story;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.Person;
import dev.handrail.run.Ending;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
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
        var press = Phrase.say("standing.nobody.next");
        if (isHeld(story)) {
            return partOfStorm(story, press);
        }
        if (story.view().state().condition().calmSince().isPresent()) {
            var over = Phrase.say("standing.nobody.over");
            return new Headline("⚪", over, Phrase.say("standing.nobody.over.next"));
        }
        return story.view().state().paging().isPresent()
                ? new Headline("📣", Phrase.say("standing.nobody.told", told(story), story.hasBeenTold()), press)
                : new Headline("🔔", Phrase.say("standing.nobody"), press);
    }

    private static Headline onStep(Story story, Position.OnStep now) {
        var state = Phrase.say(
                "standing.on-step", responder(story), story.numberWithin(now.step()), story.title(now.step()));
        var next = story.view().state().paging().isPresent()
                ? Phrase.say("standing.on-step.told", told(story), story.hasBeenTold())
                : Phrase.say("standing.on-step.next");
        return new Headline("👤", state, next);
    }

    private static Headline waiting(Story story, Position.Waiting now) {
        var state = Phrase.say("standing.waiting", now.until(), responder(story), story.then(now.then()));
        return new Headline("⏳", state, Phrase.say("standing.waiting.next"));
    }

    private static boolean isHeld(Story story) {
        var state = story.view().state();
        return state.isHeldByStorm() && state.condition().calmSince().isEmpty();
    }

    /** People are told of the storm, and may take up this part of it. */
    private static Headline partOfStorm(Story story, Phrase press) {
        var storm = story.gathering().map(id -> say("names.storm", id)).orElse(say("names.storm.unknown"));
        return new Headline("🌪", Phrase.say("standing.part-of-storm", storm), press);
    }

    private static Headline escalated(Story story) {
        if (isHeld(story)) {
            return partOfStorm(story, Phrase.say("standing.escalated.next"));
        }
        if (story.view().state().paging().isEmpty()) {
            var over = Phrase.say("standing.escalated.over");
            return new Headline("⚪", over, Phrase.say("standing.nobody.over.next"));
        }
        return new Headline("📣", Phrase.say("standing.escalated", told(story)), Phrase.say("standing.escalated.next"));
    }

    private static Headline handedOff(Position.HandedOff now) {
        return new Headline(
                "🤝", Phrase.say("standing.handed-off", now.to().name()), Phrase.say("standing.handed-off.next"));
    }

    private static Headline finished(Story story, Position.Finished now) {
        var by = story.last(RunEvent.Finished.class::isInstance)
                .flatMap(last -> last.event() instanceof RunEvent.Finished over ? over.by() : Optional.empty());
        var time = Names.of(Duration.between(story.view().incident().openedAt(), now.since()));
        if (now.into().isPresent()) {
            var who = by.map(Person::name).orElse("");
            var merged = Phrase.say("standing.merged", Names.within(now.into().get()), who, now.since(), time);
            return new Headline("🔀", merged, Phrase.say("standing.merged.next"));
        }
        var state = now.ending() == Ending.RESOLVED && by.isPresent()
                ? Phrase.say("standing.resolved", by.get().name(), now.since(), time)
                : Phrase.say("standing.finished", Names.of(now.ending()), now.since(), time);
        return new Headline("✅", state, Phrase.NONE);
    }

    private static String responder(Story story) {
        return story.view().state().responder().map(Person::name).orElse(say("standing.no-responder"));
    }

    /** Returns whom the last level told is called. */
    private static String told(Story story) {
        return story.last(RunEvent.LevelTold.class::isInstance)
                .map(last -> last.event() instanceof RunEvent.LevelTold level ? level.name() : story.owner())
                .orElseGet(story::owner);
    }
}
