package dev.handrail.simulator.block;

import dev.handrail.slack.SlackLimits;
import java.util.Set;

/** Checks the small objects that others are made of: texts, options, confirmations. */
final class TextCheck {
    private TextCheck() {}

    /** A text object of either kind, if it is there. */
    static void text(Place at, int limit) {
        if (!at.isPresent() || !at.object(Set.of("type", "text", "emoji", "verbatim"))) {
            return;
        }
        switch (at.type()) {
            case "plain_text" -> refuse(at, "verbatim");
            case "mrkdwn" -> refuse(at, "emoji");
            default -> at.at("type").problem("must be plain_text or mrkdwn");
        }
        at.bool("emoji");
        at.bool("verbatim");
        at.requiredString("text", limit);
    }

    /** A text object that may not be formatted, if it is there. */
    static void plain(Place at, int limit) {
        text(at, limit);
        if (at.node().isObject() && !at.type().equals("plain_text")) {
            at.at("type").problem("must be plain_text");
        }
    }

    static void requiredPlain(Place parent, String field, int limit) {
        parent.required(field);
        plain(parent.at(field), limit);
    }

    private static void refuse(Place at, String field) {
        if (at.at(field).isPresent()) {
            at.problem("unknown field: " + field);
        }
    }

    static void option(Place at, boolean mayLink) {
        var known = mayLink ? Set.of("text", "value", "description", "url") : Set.of("text", "value", "description");
        if (!at.object(known)) {
            return;
        }
        at.required("text");
        text(at.at("text"), SlackLimits.OPTION_TEXT);
        at.requiredString("value", SlackLimits.OPTION_VALUE);
        text(at.at("description"), SlackLimits.OPTION_TEXT);
        at.url("url", SlackLimits.URL);
    }

    /** A confirmation dialog, if it is there. */
    static void confirm(Place at) {
        if (!at.isPresent() || !at.object(Set.of("title", "text", "confirm", "deny", "style"))) {
            return;
        }
        requiredPlain(at, "title", SlackLimits.CONFIRM_TITLE);
        at.required("text");
        text(at.at("text"), SlackLimits.CONFIRM_TEXT);
        requiredPlain(at, "confirm", SlackLimits.CONFIRM_BUTTON);
        requiredPlain(at, "deny", SlackLimits.CONFIRM_BUTTON);
        at.oneOf("style", Set.of("primary", "danger"));
    }
}
