package dev.handrail.simulator.workspace;

import java.util.Optional;

/**
 * A channel, or a conversation between the bot and one person.
 *
 * @param name without the hash; a person's id for a direct conversation
 * @param user whom the bot talks to; empty for a channel
 * @param joined whether the bot is a member
 */
public record Channel(String id, String name, Optional<String> user, boolean archived, boolean joined) {
    static Channel open(String id, String name) {
        return new Channel(id, name, Optional.empty(), false, true);
    }

    public boolean isDirect() {
        return user.isPresent();
    }

    public Channel withArchived(boolean value) {
        return new Channel(id, name, user, value, joined);
    }

    public Channel withJoined(boolean value) {
        return new Channel(id, name, user, archived, value);
    }
}
