package dev.handrail.slack.inbound;

import java.util.Optional;

/** What a genuine request turned out to be. */
sealed interface Received {
    /** Slack asks whether this is the right address. */
    record Challenge(String answer) implements Received {}

    /** A slash command, answered at once. */
    record SlashCommand(String words) implements Received {}

    /**
     * Something to be done.
     *
     * @param dedupe equal when Slack sends the same thing again
     * @param trigger lets a modal be opened, for 3 s and once
     * @param reply where it can be answered, for 30 minutes
     */
    record Request(Asked asked, String dedupe, Optional<String> trigger, Optional<String> reply) implements Received {
        Request(Asked asked, String dedupe, Optional<String> trigger) {
            this(asked, dedupe, trigger, Optional.empty());
        }
    }

    /**
     * Somebody types into a menu that Handrail fills.
     *
     * @param form what the menu is in, as what its sending would ask; empty where it is no menu of ours
     * @param words what they have typed so far
     */
    record Sought(Optional<Asked> form, String words) implements Received {}

    /** A modal whose input cannot be taken. {@code field} is the block that is at fault. */
    record BadInput(String field, String problem) implements Received {}

    /** Nothing that Handrail understands; not an error, because Slack adds things. */
    record Ignored(String what) implements Received {}

    /** Not what Slack sends at all: broken JSON, or a part of it that is missing. */
    record Unreadable(String what) implements Received {}
}
