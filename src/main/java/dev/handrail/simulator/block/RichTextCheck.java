package dev.handrail.simulator.block;

import dev.handrail.slack.SlackLimits;
import java.util.Set;

/** Checks the structure of rich text, which Slack refuses as a whole when any leaf is wrong. */
final class RichTextCheck {
    private static final Set<String> STYLES =
            Set.of("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink");

    private RichTextCheck() {}

    static void richText(Place at) {
        at.object(Set.of("type", "block_id", "elements"));
        at.array("elements", Integer.MAX_VALUE).forEach(RichTextCheck::element);
    }

    private static void element(Place at) {
        switch (at.type()) {
            case "rich_text_section" -> leaves(at, Set.of("type", "elements"));
            case "rich_text_quote" -> leaves(at, Set.of("type", "elements", "border"));
            case "rich_text_preformatted" -> preformatted(at);
            case "rich_text_list" -> list(at);
            default -> at.problem("unsupported element: " + at.type());
        }
    }

    private static void list(Place at) {
        at.object(Set.of("type", "elements", "style", "indent", "offset", "border"));
        at.required("style");
        at.oneOf("style", Set.of("bullet", "ordered"));
        for (var item : at.array("elements", Integer.MAX_VALUE)) {
            if (item.type().equals("rich_text_section")) {
                leaves(item, Set.of("type", "elements"));
            } else {
                item.problem("a list holds only rich_text_section");
            }
        }
    }

    private static void preformatted(Place at) {
        leaves(at, Set.of("type", "elements", "border", "language"));
        for (var leaf : at.at("elements").items()) {
            if (!Set.of("text", "link").contains(leaf.type())) {
                leaf.problem("preformatted text holds only text and link");
            }
        }
    }

    private static void leaves(Place at, Set<String> known) {
        at.object(known);
        at.array("elements", Integer.MAX_VALUE).forEach(RichTextCheck::leaf);
    }

    private static void leaf(Place at) {
        switch (at.type()) {
            case "text" -> text(at);
            case "link" -> link(at);
            case "user" -> named(at, "user_id");
            case "usergroup" -> named(at, "usergroup_id");
            case "channel" -> named(at, "channel_id");
            case "emoji" -> emoji(at);
            case "broadcast" -> broadcast(at);
            case "date" -> date(at);
            default -> at.problem("unsupported element: " + at.type());
        }
        style(at.at("style"));
    }

    private static void text(Place at) {
        at.object(Set.of("type", "text", "style"));
        at.requiredString("text", Integer.MAX_VALUE - 1);
    }

    private static void link(Place at) {
        at.object(Set.of("type", "url", "text", "style", "unsafe"));
        at.required("url");
        at.url("url", SlackLimits.URL);
        at.string("text", Integer.MAX_VALUE - 1);
    }

    private static void named(Place at, String field) {
        at.object(Set.of("type", field, "style"));
        at.requiredString(field, SlackLimits.ID);
    }

    private static void emoji(Place at) {
        at.object(Set.of("type", "name", "unicode", "style"));
        at.requiredString("name", SlackLimits.ID);
    }

    private static void broadcast(Place at) {
        at.object(Set.of("type", "range"));
        at.required("range");
        at.oneOf("range", Set.of("here", "channel", "everyone"));
    }

    private static void date(Place at) {
        at.object(Set.of("type", "timestamp", "format", "url", "fallback", "style"));
        at.required("timestamp");
        at.requiredString("format", SlackLimits.TEXT);
    }

    private static void style(Place at) {
        if (at.isPresent() && at.object(STYLES)) {
            at.node().fieldNames().forEachRemaining(at::bool);
        }
    }
}
