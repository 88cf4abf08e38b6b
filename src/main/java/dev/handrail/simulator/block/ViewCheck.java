package dev.handrail.simulator.block;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.slack.SlackLimits;
import java.util.List;
import java.util.Set;

/** Checks a modal, or a Home tab. */
public final class ViewCheck {
    private static final Set<String> FIELDS = Set.of(
            "type",
            "title",
            "blocks",
            "submit",
            "close",
            "private_metadata",
            "callback_id",
            "clear_on_close",
            "notify_on_close",
            "external_id",
            "submit_disabled");

    private static final Set<String> HOME_FIELDS =
            Set.of("type", "blocks", "private_metadata", "callback_id", "external_id");

    private ViewCheck() {}

    /** Returns all that is wrong with a Home tab, which has no title and nothing to submit; empty if it is accepted. */
    public static List<String> ofHome(JsonNode view) {
        var problems = new Problems();
        var at = new Place(view, "/view", problems);
        if (at.object(HOME_FIELDS)) {
            if (!at.type().equals("home")) {
                at.at("type").problem("must be home");
            }
            common(at);
        }
        return problems.all();
    }

    /** Returns all that is wrong with a view, in Slack's words; empty if it is accepted. */
    public static List<String> of(JsonNode view) {
        var problems = new Problems();
        check(new Place(view, "/view", problems));
        return problems.all();
    }

    private static void check(Place at) {
        if (!at.object(FIELDS)) {
            return;
        }
        if (!at.type().equals("modal")) {
            at.at("type").problem("must be modal");
        }
        TextCheck.requiredPlain(at, "title", SlackLimits.VIEW_TITLE);
        TextCheck.plain(at.at("submit"), SlackLimits.VIEW_TITLE);
        TextCheck.plain(at.at("close"), SlackLimits.VIEW_TITLE);
        at.bool("notify_on_close");
        at.bool("clear_on_close");
        common(at);
        if (hasInput(at.at("blocks")) && !at.at("submit").isPresent()) {
            at.problem("missing required field: submit, because there are input blocks");
        }
    }

    private static void common(Place at) {
        if (!at.node().path("private_metadata").asText().isEmpty()) {
            at.string("private_metadata", SlackLimits.PRIVATE_METADATA);
        }
        at.string("callback_id", SlackLimits.ID);
        at.string("external_id", SlackLimits.ID);
        at.required("blocks");
        BlockCheck.ofView(at.at("blocks"));
    }

    private static boolean hasInput(Place blocks) {
        return blocks.items().stream().anyMatch(block -> block.type().equals("input"));
    }
}
