package dev.handrail.simulator.block;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.slack.SlackLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the blocks of a message or a modal against {@link SlackLimits} and against what Slack knows. */
public final class BlockCheck {
    private static final Set<String> BUTTONS = Set.of(
            "button",
            "overflow",
            "static_select",
            "users_select",
            "checkboxes",
            "radio_buttons",
            "datepicker",
            "timepicker");
    private static final Set<String> ACCESSORIES = Set.of(
            "button",
            "overflow",
            "static_select",
            "multi_static_select",
            "users_select",
            "multi_users_select",
            "checkboxes",
            "radio_buttons",
            "datepicker",
            "timepicker",
            "image");
    private static final Set<String> INPUTS = Set.of(
            "plain_text_input",
            "number_input",
            "email_text_input",
            "url_text_input",
            "static_select",
            "multi_static_select",
            "external_select",
            "users_select",
            "multi_users_select",
            "checkboxes",
            "radio_buttons",
            "datepicker",
            "timepicker");

    private final boolean message;

    private BlockCheck(boolean message) {
        this.message = message;
    }

    /** Returns all that is wrong with a message's blocks, in Slack's words; empty if they are accepted. */
    public static List<String> ofMessage(JsonNode blocks) {
        var problems = new Problems();
        new BlockCheck(true).blocks(new Place(blocks, "/blocks", problems), SlackLimits.MESSAGE_BLOCKS);
        return problems.all();
    }

    /** Returns all that is wrong with what an app answers to fill a menu; it may be nothing at all. */
    public static List<String> ofOptions(JsonNode answer) {
        var problems = new Problems();
        ElementCheck.offered(new Place(answer, "", problems));
        return problems.all();
    }

    /** Adds what is wrong with a view's blocks. */
    static void ofView(Place blocks) {
        new BlockCheck(false).blocks(blocks, SlackLimits.VIEW_BLOCKS);
    }

    private void blocks(Place at, int limit) {
        if (!at.node().isArray()) {
            at.problem("must provide an array");
            return;
        }
        if (at.node().size() > limit) {
            at.problem("no more than " + limit + " items allowed");
        }
        at.items().forEach(this::block);
        uniqueIds(at);
        togetherWithin(at);
    }

    private static void uniqueIds(Place at) {
        var ids = new HashSet<String>();
        for (var block : at.items()) {
            var id = block.at("block_id");
            if (id.isPresent() && !ids.add(id.node().asText())) {
                id.problem("block_id must be unique: " + id.node().asText());
            }
        }
    }

    /** What several blocks may not exceed together: one table, and all markdown. */
    private static void togetherWithin(Place at) {
        var tables = at.items().stream()
                .filter(block -> block.type().equals("table"))
                .count();
        if (tables > 1) {
            at.problem("only one table allowed");
        }
        var markdown = at.items().stream()
                .filter(block -> block.type().equals("markdown"))
                .mapToInt(block -> block.node().path("text").asText().length())
                .sum();
        if (markdown > SlackLimits.MARKDOWN) {
            at.problem("markdown must be less than " + (SlackLimits.MARKDOWN + 1) + " characters in all");
        }
    }

    private void block(Place at) {
        if (!at.node().isObject()) {
            at.problem("must provide an object");
            return;
        }
        at.string("block_id", SlackLimits.ID);
        switch (at.type()) {
            case "section" -> section(at);
            case "header" -> header(at);
            case "divider" -> at.object(Set.of("type", "block_id"));
            case "context" -> context(at);
            case "actions" -> actions(at);
            case "image" -> image(at);
            case "input" -> input(at);
            case "rich_text" -> RichTextCheck.richText(at);
            case "markdown" -> inMessage(at, () -> markdown(at));
            case "table" -> inMessage(at, () -> TableCheck.table(at));
            default -> at.problem("unsupported type: " + at.type());
        }
    }

    private void inMessage(Place at, Runnable check) {
        if (message) {
            check.run();
        } else {
            at.problem("unsupported type in a view: " + at.type());
        }
    }

    private static void section(Place at) {
        at.object(Set.of("type", "block_id", "text", "fields", "accessory", "expand"));
        if (!at.at("text").isPresent() && !at.at("fields").isPresent()) {
            at.problem("missing required field: text or fields");
        }
        TextCheck.text(at.at("text"), SlackLimits.TEXT);
        if (at.at("fields").isPresent()) {
            at.array("fields", SlackLimits.SECTION_FIELDS)
                    .forEach(field -> TextCheck.text(field, SlackLimits.SECTION_FIELD_TEXT));
        }
        if (at.at("accessory").isPresent()) {
            ElementCheck.element(at.at("accessory"), ACCESSORIES);
        }
        at.bool("expand");
    }

    private static void header(Place at) {
        at.object(Set.of("type", "block_id", "text"));
        TextCheck.requiredPlain(at, "text", SlackLimits.HEADER);
    }

    private static void context(Place at) {
        at.object(Set.of("type", "block_id", "elements"));
        for (var element : at.array("elements", SlackLimits.CONTEXT_ELEMENTS)) {
            if (element.type().equals("image")) {
                ElementCheck.element(element, Set.of("image"));
            } else {
                TextCheck.text(element, SlackLimits.TEXT);
            }
        }
    }

    private static void actions(Place at) {
        at.object(Set.of("type", "block_id", "elements"));
        var ids = new HashSet<String>();
        for (var element : at.array("elements", SlackLimits.ACTIONS_ELEMENTS)) {
            ElementCheck.element(element, BUTTONS);
            var id = element.at("action_id");
            if (id.isPresent() && !ids.add(id.node().asText())) {
                id.problem("action_id must be unique within its block: "
                        + id.node().asText());
            }
        }
    }

    private static void image(Place at) {
        at.object(Set.of("type", "block_id", "image_url", "alt_text", "title"));
        at.required("image_url");
        at.url("image_url", SlackLimits.URL);
        at.requiredString("alt_text", SlackLimits.IMAGE_TEXT);
        TextCheck.plain(at.at("title"), SlackLimits.IMAGE_TEXT);
    }

    private static void input(Place at) {
        at.object(Set.of("type", "block_id", "label", "element", "hint", "optional", "dispatch_action"));
        TextCheck.requiredPlain(at, "label", SlackLimits.INPUT_LABEL);
        TextCheck.plain(at.at("hint"), SlackLimits.INPUT_LABEL);
        at.required("element");
        ElementCheck.element(at.at("element"), INPUTS);
        at.bool("optional");
        at.bool("dispatch_action");
    }

    private static void markdown(Place at) {
        at.object(Set.of("type", "block_id", "text"));
        at.requiredString("text", SlackLimits.MARKDOWN);
    }
}
