package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.interaction.Elements.Element;
import dev.handrail.simulator.wire.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What people fill in, in Slack's shape: each kind of element keeps its value under another name. */
final class Values {
    private static final Set<String> WITH_OPTION =
            Set.of("static_select", "external_select", "radio_buttons", "overflow");
    private static final Set<String> WITH_OPTIONS = Set.of("multi_static_select", "checkboxes");

    private Values() {}

    /** Returns the element's type and value; nothing given leaves what the element began with. */
    static ObjectNode of(Element element, JsonNode given) {
        var value = Payloads.object().put("type", element.type());
        if (WITH_OPTION.contains(element.type())) {
            value.set("selected_option", option(element, given));
        } else if (WITH_OPTIONS.contains(element.type())) {
            value.set("selected_options", options(element, given));
        } else {
            plain(element, given, value);
        }
        return value;
    }

    private static JsonNode option(Element element, JsonNode given) {
        return given.isMissingNode() || given.asText().isEmpty()
                ? orNull(element.node().path("initial_option"))
                : chosen(element, given.asText());
    }

    private static JsonNode options(Element element, JsonNode given) {
        if (given.isMissingNode()) {
            var initial = element.node().path("initial_options");
            return initial.isArray() ? initial : Payloads.object().arrayNode();
        }
        var chosen = Payloads.object().arrayNode();
        given.forEach(choice -> chosen.add(chosen(element, choice.asText())));
        if (given.isTextual()) {
            chosen.add(chosen(element, given.asText()));
        }
        return chosen;
    }

    private static JsonNode chosen(Element element, String wanted) {
        return element.option(wanted).orElseThrow(() -> new Refusal("no_such_option", List.of(wanted)));
    }

    private static void plain(Element element, JsonNode given, ObjectNode value) {
        switch (element.type()) {
            case "users_select" -> value.set("selected_user", text(given, element, "initial_user"));
            case "multi_users_select" -> value.set("selected_users", given.isArray() ? given : value.arrayNode());
            case "datepicker" -> value.set("selected_date", text(given, element, "initial_date"));
            case "timepicker" -> value.set("selected_time", text(given, element, "initial_time"));
            default -> value.set("value", text(given, element, "initial_value"));
        }
    }

    /** An empty field is null for Slack, never an empty text. */
    private static JsonNode text(JsonNode given, Element element, String initial) {
        if (given.isMissingNode()) {
            return orNull(element.node().path(initial));
        }
        return given.asText().isEmpty() ? given.isNull() ? given : nothing() : given;
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? nothing() : node;
    }

    private static JsonNode nothing() {
        return Payloads.object().nullNode();
    }

    /** Returns what Slack itself refuses to submit, by block: required inputs left empty, texts too short or too long. */
    static Map<String, String> problems(JsonNode blocks, JsonNode values) {
        var problems = new TreeMap<String, String>();
        for (var element : Elements.in(blocks)) {
            if (element.block().path("type").asText().equals("input")) {
                var value = values.path(element.blockId()).path(element.actionId());
                var problem = problem(element, value);
                if (!problem.isEmpty()) {
                    problems.put(element.blockId(), problem);
                }
            }
        }
        return problems;
    }

    private static String problem(Element element, JsonNode value) {
        if (isEmpty(value)) {
            return element.block().path("optional").asBoolean() ? "" : "Please complete this required field.";
        }
        var length = value.path("value").asText().length();
        var least = element.node().path("min_length").asInt(0);
        var most = element.node().path("max_length").asInt(Integer.MAX_VALUE);
        if (element.type().equals("plain_text_input") && (length < least || length > most)) {
            return length < least
                    ? "Please enter at least " + least + " characters."
                    : "Please enter at most " + most + " characters.";
        }
        return "";
    }

    private static boolean isEmpty(JsonNode value) {
        return value.properties().stream()
                .filter(field -> !field.getKey().equals("type"))
                .allMatch(field -> field.getValue().isNull()
                        || (field.getValue().isArray() && field.getValue().isEmpty()));
    }
}
