package dev.handrail.simulator.workspace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One message as it is now.
 *
 * @param onlyFor the one person who sees it, if it is ephemeral
 * @param revision the workspace's revision when this last changed
 * @param body the message as Slack's methods return it; not to be changed in place
 */
public record Message(
        String channel, String ts, Optional<String> onlyFor, long revision, boolean deleted, ObjectNode body) {
    @JsonIgnore
    public boolean isEphemeral() {
        return onlyFor.isPresent();
    }

    /** Returns the ts of the thread it is in, which for a thread's first message is its own. */
    public Optional<String> thread() {
        return body.hasNonNull("thread_ts") ? Optional.of(body.path("thread_ts").asText()) : Optional.empty();
    }

    /** Returns whether it stands in the channel and not only in a thread. */
    @JsonIgnore
    public boolean isInChannel() {
        return thread().map(ts::equals).orElse(true)
                || body.path("subtype").asText().equals("thread_broadcast");
    }

    public String author() {
        return body.path("user").asText();
    }
}
