package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be pressed, chosen and filled in within blocks. */
final class Elements {
    /** One element and the block that holds it. */
    record Element(ObjectNode block, ObjectNode node) {
        String blockId() {
            return block.path("block_id").asText();
        }

        String actionId() {
            return node.path("action_id").asText();
        }

        String type() {
            return node.path("type").asText();
        }

        /** Finds an option by what it shows or by its value. */
        Optional<JsonNode> option(String wanted) {
            return options().stream()
                    .filter(option -> option.path("value").asText().equals(wanted)
                            || option.path("text").path("text").asText().equals(wanted))
                    .findFirst();
        }

        private List<JsonNode> options() {
            var options = new ArrayList<JsonNode>();
            node.path("options").forEach(options::add);
            node.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
            return options;
        }

        private boolean shows(String label) {
            return node.path("text").path("text").asText().equals(label)
                    || block.path("label").path("text").asText().equals(label)
                    || node.path("placeholder").path("text").asText().equals(label)
                    || option(label).isPresent();
        }

        private String describe() {
            return actionId() + " (" + node.path("text").path("text").asText(type()) + ")";
        }
    }

    private Elements() {}

    static List<Element> in(JsonNode blocks) {
        var found = new ArrayList<Element>();
        for (var block : blocks) {
            if (block instanceof ObjectNode object) {
                add(found, object, block.path("accessory"));
                add(found, object, block.path("element"));
                if (block.path("type").asText().equals("actions")) {
                    block.path("elements").forEach(element -> add(found, object, element));
                }
            }
        }
        return found;
    }

    private static void add(List<Element> found, ObjectNode block, JsonNode node) {
        if (node instanceof ObjectNode element && !element.path("type").asText().equals("image")) {
            found.add(new Element(block, element));
        }
    }

    /** Finds the one that a person means: by action, block, value or what it shows, whichever is given. */
    static Element find(JsonNode blocks, Arguments wanted) {
        var all = in(blocks);
        return all.stream()
                .filter(element -> matches(wanted.text("action_id"), element.actionId()))
                .filter(element -> matches(wanted.text("block_id"), element.blockId()))
                .filter(element -> matches(
                        wanted.text("value"), element.node().path("value").asText()))
                .filter(element -> wanted.text("text").map(element::shows).orElse(true))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "no_such_element", all.stream().map(Element::describe).toList()));
    }

    private static boolean matches(Optional<String> wanted, String found) {
        return wanted.map(found::equals).orElse(true);
    }

    /** Returns the filled-in values of all that can be filled in, by block and action, as Slack's {@code state.values}. */
    static ObjectNode values(JsonNode blocks, JsonNode given) {
        var values = Payloads.object();
        for (var element : in(blocks)) {
            if (!element.type().equals("button") && !element.type().equals("overflow")) {
                values.withObjectProperty(element.blockId())
                        .set(element.actionId(), Values.of(element, answer(element, given)));
            }
        }
        return values;
    }

    /** Finds what a person filled in: under the block's id, the action's id or the label. */
    static JsonNode answer(Element element, JsonNode given) {
        return Stream.of(
                        element.blockId(),
                        element.actionId(),
                        element.block().path("label").path("text").asText())
                .map(given::path)
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
