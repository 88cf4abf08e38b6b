package dev.handrail.simulator.block;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A JSON value and where it stands, with the checks that every kind of value needs. */
record Place(JsonNode node, String pointer, Problems problems) {
    Place at(String field) {
        return new Place(node.path(field), pointer + "/" + field, problems);
    }

    List<Place> items() {
        var items = new ArrayList<Place>();
        for (var i = 0; i < node.size(); i++) {
            items.add(new Place(node.path(i), pointer + "/" + i, problems));
        }
        return items;
    }

    String type() {
        return node.path("type").asText();
    }

    boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    void problem(String text) {
        problems.add(pointer, text);
    }

    /** An object with no fields but these. */
    boolean object(Set<String> known) {
        if (!node.isObject()) {
            problem("must provide an object");
            return false;
        }
        var unknown = new TreeSet<String>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        unknown.forEach(name -> problem("unknown field: " + name));
        return true;
    }

    void required(String field) {
        if (!at(field).isPresent()) {
            problem("missing required field: " + field);
        }
    }

    /** A text of 1 to {@code limit} characters, if it is there at all. */
    void string(String field, int limit) {
        var value = at(field);
        if (!value.isPresent()) {
            return;
        }
        if (!value.node.isTextual()) {
            value.problem("must provide a string");
        } else {
            value.length(limit);
        }
    }

    void requiredString(String field, int limit) {
        required(field);
        string(field, limit);
    }

    private void length(int limit) {
        if (node.asText().isEmpty()) {
            problem("must be more than 0 characters");
        }
        if (node.asText().length() > limit) {
            problem("must be less than " + (limit + 1) + " characters");
        }
    }

    void oneOf(String field, Set<String> allowed) {
        var value = at(field);
        if (value.isPresent() && !allowed.contains(value.node.asText())) {
            value.problem("must be one of " + new TreeSet<>(allowed));
        }
    }

    void bool(String field) {
        var value = at(field);
        if (value.isPresent() && !value.node.isBoolean()) {
            value.problem("must be a boolean");
        }
    }

    /** Returns the items of an array that must have 1 to {@code limit} of them. */
    List<Place> array(String field, int limit) {
        var value = at(field);
        if (!value.node.isArray()) {
            value.problem("must provide an array");
            return List.of();
        }
        if (value.node.isEmpty()) {
            value.problem("no less than 1 items allowed");
        }
        if (value.node.size() > limit) {
            value.problem("no more than " + limit + " items allowed");
        }
        return value.items();
    }

    void url(String field, int limit) {
        string(field, limit);
        var value = at(field);
        if (value.isPresent() && !value.node.asText().matches("(?s)(https?|mailto|slack):.+")) {
            value.problem("invalid url");
        }
    }
}
