package dev.handrail.simulator.api;

import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Channel;
import dev.handrail.simulator.workspace.Workspace;

/** Finds the conversation that an argument means, and says no where the bot may not go. */
final class Conversations {
    private final Workspace workspace;

    Conversations(Workspace workspace) {
        this.workspace = workspace;
    }

    Channel find(String reference) {
        return workspace.channels().named(reference).orElseThrow(() -> new Refusal("channel_not_found"));
    }

    /** A conversation to write to: there, not archived, and the bot is in it. A person's id means their direct one. */
    Channel writable(String reference) {
        var person = workspace.person(reference).filter(found -> !found.bot());
        var channel = person.isPresent() ? workspace.channels().direct(reference) : find(reference);
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        return member(channel);
    }

    Channel readable(String reference) {
        return member(find(reference));
    }

    private static Channel member(Channel channel) {
        if (!channel.joined()) {
            throw new Refusal("not_in_channel");
        }
        return channel;
    }
}
