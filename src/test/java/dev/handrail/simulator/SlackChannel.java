package dev.handrail.simulator;

import java.util.List;
import java.util.Map;

/** A channel as somebody looks at it. */
public record SlackChannel(SlackPerson person, String reference) {
    /** Returns what this person can read here, threads included, oldest first. */
    public List<SlackMessage> messages() {
        return person.slack()
                .all(reference)
                .map(message -> message.seenBy(person))
                .filter(message -> message.onlyFor().map(person.id()::equals).orElse(true))
                .toList();
    }

    /** Waits for a message, in the channel or in a thread, with this text anywhere in it; returns the newest. */
    public SlackMessage message(String containing) {
        return person.slack()
                .awaitPresent(
                        "a message in " + reference + " with: " + containing,
                        () -> messages().stream()
                                .filter(message -> message.contains(containing))
                                .reduce((_, newest) -> newest));
    }

    /** Waits for a message that starts a thread or stands alone, with this text anywhere in it; returns the newest. */
    public SlackMessage root(String containing) {
        return person.slack()
                .awaitPresent(
                        "a root message in " + reference + " with: " + containing,
                        () -> messages().stream()
                                .filter(SlackMessage::isRoot)
                                .filter(message -> message.contains(containing))
                                .reduce((_, newest) -> newest));
    }

    /** Waits until there are exactly so many messages with this text. */
    public void expectCount(int count, String containing) {
        person.slack()
                .await(
                        count + " messages in " + reference + " with: " + containing,
                        () -> messages().stream()
                                        .filter(message -> message.contains(containing))
                                        .count()
                                == count);
    }

    /** Writes a message into the channel. */
    public void say(String text) {
        person.slack().call("message", Map.of("user", person.id(), "channel", reference, "text", text));
    }
}
