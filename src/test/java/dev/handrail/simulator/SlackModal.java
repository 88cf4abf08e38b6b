package dev.handrail.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A modal that somebody has open, as it was at one moment. */
public record SlackModal(SlackPerson person, JsonNode view) {
    public String id() {
        return view.path("id").asText();
    }

    public String title() {
        return view.path("title").path("text").asText();
    }

    public boolean contains(String wanted) {
        return SlackMessage.readable(view).contains(wanted);
    }

    /** Fills in and submits: values by block id, action id or label. Returns what came of it, with {@code errors} by block. */
    public JsonNode submit(Map<String, ?> values) {
        return person.slack().call("submit", Map.of("user", person.id(), "view_id", id(), "values", values));
    }

    /** Types into a menu that the app fills. Returns the labels that it offers, any of which can be submitted then. */
    public List<String> search(String block, String words) {
        var found = person.slack()
                .call("search", Map.of("user", person.id(), "view_id", id(), "block_id", block, "query", words));
        if (found.has("problem")) {
            throw new AssertionError("the menu " + block + " could not be filled: " + found);
        }
        return SlackDriver.stream(found.path("options"))
                .map(option -> option.at("/text/text").asText())
                .toList();
    }

    /** Presses a button within the modal. */
    public JsonNode click(String label) {
        return person.slack().call("click", Map.of("user", person.id(), "view_id", id(), "text", label));
    }

    public JsonNode close() {
        return person.slack().call("close", Map.of("user", person.id(), "view_id", id()));
    }

    /** Waits until the modal on top says something. */
    public SlackModal expect(String containing) {
        return person.slack()
                .awaitPresent(
                        "a modal that says: " + containing,
                        () -> Optional.of(person.modal()).filter(modal -> modal.contains(containing)));
    }
}
