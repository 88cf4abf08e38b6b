package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.block.BlockCheck;
import dev.handrail.simulator.block.Texts;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Workspace;
import dev.handrail.slack.SlackLimits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes messages of arguments, and refuses what Slack refuses. */
public final class Drafts {
    private Drafts() {}

    /** Returns a new message of the bot, without its ts. */
    public static ObjectNode message(Arguments arguments) {
        var body = Answers.object()
                .put("type", "message")
                .put("user", Workspace.BOT_USER)
                .put("bot_id", Workspace.BOT)
                .put("app_id", Workspace.APP)
                .put("team", Workspace.TEAM);
        body.putObject("bot_profile")
                .put("id", Workspace.BOT)
                .put("name", "Handrail")
                .put("app_id", Workspace.APP);
        write(body, arguments, SlackLimits.MESSAGE_TEXT);
        return body;
    }

    /** Writes text, blocks and metadata into a message. A text without blocks removes the blocks that were there. */
    public static void write(ObjectNode body, Arguments arguments, int textLimit) {
        var text = arguments.text("text").orElseThrow(() -> new Refusal("no_text"));
        var size = textLimit == SlackLimits.UPDATE_TEXT_BYTES ? Texts.escapedBytes(text) : text.length();
        if (size > textLimit) {
            throw new Refusal("msg_too_long");
        }
        body.put("text", text);
        body.remove("blocks");
        blocks(arguments).ifPresent(blocks -> body.set("blocks", blocks));
        metadata(arguments).ifPresent(metadata -> body.set("metadata", metadata));
    }

    private static Optional<ArrayNode> blocks(Arguments arguments) {
        var blocks = tree(arguments, "blocks", "invalid_blocks_format");
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        var problems = BlockCheck.ofMessage(blocks.get());
        if (!problems.isEmpty()) {
            throw new Refusal("invalid_blocks", problems);
        }
        if (Texts.length(blocks.get()) > SlackLimits.MESSAGE_BLOCKS_TEXT) {
            throw new Refusal("msg_blocks_too_long");
        }
        return Optional.of(withIds((ArrayNode) blocks.get().deepCopy())).filter(array -> !array.isEmpty());
    }

    /** Gives an id to each block that has none, as Slack does. */
    static ArrayNode withIds(ArrayNode blocks) {
        for (var block : blocks) {
            if (block instanceof ObjectNode object && !object.has("block_id")) {
                object.put("block_id", UUID.randomUUID().toString().substring(0, 5));
            }
        }
        return blocks;
    }

    private static Optional<JsonNode> metadata(Arguments arguments) {
        var metadata = tree(arguments, "metadata", "invalid_metadata_format");
        metadata.ifPresent(Drafts::checkMetadata);
        return metadata;
    }

    private static void checkMetadata(JsonNode metadata) {
        if (!metadata.path("event_type").isTextual()
                || !metadata.path("event_payload").isObject()) {
            throw new Refusal(
                    "invalid_metadata_format",
                    List.of("[ERROR] missing required field: event_type or event_payload [json-pointer:/metadata]"));
        }
    }

    static Optional<JsonNode> tree(Arguments arguments, String name, String error) {
        try {
            return arguments.tree(name);
        } catch (IllegalArgumentException e) {
            throw new Refusal(error, List.of(String.valueOf(e.getMessage())));
        }
    }
}
