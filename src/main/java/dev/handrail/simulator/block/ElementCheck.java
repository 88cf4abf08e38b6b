package dev.handrail.simulator.block;

import dev.handrail.slack.SlackLimits;
import java.util.HashSet;
import java.util.Set;

/** Checks what people press, choose from and type into. */
final class ElementCheck {
    private static final Set<String> SELECT_FIELDS = Set.of(
            "type",
            "action_id",
            "placeholder",
            "options",
            "option_groups",
            "initial_option",
            "initial_options",
            "initial_user",
            "initial_users",
            "confirm",
            "focus_on_load",
            "max_selected_items");
    private static final Set<String> INPUT_FIELDS = Set.of(
            "type",
            "action_id",
            "placeholder",
            "initial_value",
            "multiline",
            "min_length",
            "max_length",
            "dispatch_action_config",
            "focus_on_load",
            "is_decimal_allowed",
            "min_value",
            "max_value");
    private static final Set<String> DATE_FIELDS = Set.of(
            "type", "action_id", "placeholder", "initial_date", "initial_time", "timezone", "confirm", "focus_on_load");

    private ElementCheck() {}

    static void element(Place at, Set<String> allowed) {
        if (!at.node().isObject()) {
            at.problem("must provide an object");
            return;
        }
        if (!allowed.contains(at.type())) {
            at.problem("unsupported element: " + at.type());
            return;
        }
        at.string("action_id", SlackLimits.ID);
        switch (at.type()) {
            case "button" -> button(at);
            case "overflow" -> overflow(at);
            case "static_select", "multi_static_select" -> staticSelect(at);
            case "external_select" -> externalSelect(at);
            case "users_select", "multi_users_select" -> select(at);
            case "checkboxes", "radio_buttons" -> choices(at);
            case "plain_text_input", "number_input", "email_text_input", "url_text_input" -> input(at);
            case "datepicker", "timepicker" -> date(at);
            case "image" -> image(at);
            default -> at.problem("unsupported element: " + at.type());
        }
    }

    private static void button(Place at) {
        at.object(Set.of("type", "text", "action_id", "url", "value", "style", "confirm", "accessibility_label"));
        TextCheck.requiredPlain(at, "text", SlackLimits.BUTTON_TEXT);
        at.url("url", SlackLimits.URL);
        at.string("value", SlackLimits.BUTTON_VALUE);
        at.oneOf("style", Set.of("primary", "danger"));
        at.string("accessibility_label", SlackLimits.BUTTON_TEXT);
        TextCheck.confirm(at.at("confirm"));
    }

    private static void overflow(Place at) {
        at.object(Set.of("type", "action_id", "options", "confirm"));
        at.array("options", SlackLimits.OVERFLOW_OPTIONS).forEach(option -> TextCheck.option(option, true));
        unique(at, "options");
        TextCheck.confirm(at.at("confirm"));
    }

    private static void select(Place at) {
        at.object(SELECT_FIELDS);
        TextCheck.plain(at.at("placeholder"), SlackLimits.PLACEHOLDER);
        TextCheck.confirm(at.at("confirm"));
    }

    private static void staticSelect(Place at) {
        select(at);
        if (at.at("option_groups").isPresent()) {
            for (var group : at.array("option_groups", SlackLimits.SELECT_OPTIONS)) {
                group.object(Set.of("label", "options"));
                TextCheck.requiredPlain(group, "label", SlackLimits.OPTION_TEXT);
                options(group, SlackLimits.SELECT_OPTIONS);
            }
        } else {
            options(at, SlackLimits.SELECT_OPTIONS);
        }
    }

    /** It brings no options: the app is asked for them. */
    private static void externalSelect(Place at) {
        at.object(Set.of(
                "type", "action_id", "placeholder", "initial_option", "min_query_length", "confirm", "focus_on_load"));
        TextCheck.plain(at.at("placeholder"), SlackLimits.PLACEHOLDER);
        TextCheck.confirm(at.at("confirm"));
        bound(at, "min_query_length", 0);
        if (at.at("initial_option").isPresent()) {
            TextCheck.option(at.at("initial_option"), false);
        }
    }

    /** What the app answers. */
    static void offered(Place answer) {
        if (answer.object(Set.of("options"))
                && !(answer.at("options").node().isArray()
                        && answer.at("options").node().isEmpty())) {
            options(answer, SlackLimits.SELECT_OPTIONS);
        }
    }

    private static void choices(Place at) {
        at.object(Set.of(
                "type", "action_id", "options", "initial_option", "initial_options", "confirm", "focus_on_load"));
        options(at, SlackLimits.CHOICE_OPTIONS);
        TextCheck.confirm(at.at("confirm"));
    }

    private static void options(Place at, int limit) {
        at.array("options", limit).forEach(option -> TextCheck.option(option, false));
        unique(at, "options");
    }

    private static void unique(Place at, String field) {
        var values = new HashSet<String>();
        for (var option : at.at(field).items()) {
            if (!values.add(option.node().path("value").asText())) {
                option.at("value").problem("must be unique within the menu");
            }
        }
    }

    private static void input(Place at) {
        at.object(INPUT_FIELDS);
        TextCheck.plain(at.at("placeholder"), SlackLimits.PLACEHOLDER);
        at.string("initial_value", SlackLimits.INPUT_VALUE);
        at.bool("multiline");
        bound(at, "min_length", 0);
        bound(at, "max_length", 1);
    }

    private static void bound(Place at, String field, int least) {
        var value = at.at(field);
        if (value.isPresent()
                && (!value.node().isInt()
                        || value.node().asInt() < least
                        || value.node().asInt() > SlackLimits.INPUT_VALUE)) {
            value.problem("must be an integer from " + least + " to " + SlackLimits.INPUT_VALUE);
        }
    }

    private static void date(Place at) {
        at.object(DATE_FIELDS);
        TextCheck.plain(at.at("placeholder"), SlackLimits.PLACEHOLDER);
        TextCheck.confirm(at.at("confirm"));
    }

    private static void image(Place at) {
        at.object(Set.of("type", "image_url", "alt_text"));
        at.required("image_url");
        at.url("image_url", SlackLimits.URL);
        at.requiredString("alt_text", SlackLimits.IMAGE_TEXT);
    }
}
