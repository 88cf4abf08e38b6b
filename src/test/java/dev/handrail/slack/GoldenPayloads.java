package dev.handrail.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The golden files of all that Handrail says in Slack. {@code -Dgolden=write} writes them anew. Whoever checks them by other
 * means reads {@link #all}.
 */
public final class GoldenPayloads {
    private static final Path FOLDER = Path.of("src/test/resources/golden/slack");

    private GoldenPayloads() {}

    /** What Slack takes it as. */
    public enum Kind {
        MESSAGE,
        MODAL,
        HOME
    }

    /**
     * One message or view.
     *
     * @param name the golden file, and the slot within it if there are several
     */
    public record Payload(String name, Kind kind, JsonNode json) {}

    /** Compares JSON with its golden file. */
    public static void check(String name, JsonNode json) {
        try {
            check(name, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares a text with its golden file. */
    public static void check(String name, String actual) {
        var file = FOLDER.resolve(name.contains(".") ? name : name + ".json");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("-Dgolden=write writes it").exists();
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every message, modal and Home tab of the golden files. */
    public static List<Payload> all() {
        var found = new ArrayList<Payload>();
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                add(found, FOLDER.relativize(file).toString(), Json.tree(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void add(List<Payload> found, String name, JsonNode json) {
        if (json.isArray() && json.path(0).has("blocks")) {
            json.forEach(
                    each -> found.add(message(name + " " + each.path("slot").asText(), each)));
        } else if (json.isArray()) {
            found.add(message(
                    name,
                    JsonNodeFactory.instance.objectNode().put("text", name).set("blocks", json)));
        } else {
            found.add(
                    switch (json.path("type").asText()) {
                        case "modal" -> new Payload(name, Kind.MODAL, json);
                        case "home" -> new Payload(name, Kind.HOME, json);
                        default -> message(name, json);
                    });
        }
    }

    /** Only what is sent to Slack, without what the golden file says about it. */
    private static Payload message(String name, JsonNode json) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        sent.set("text", json.path("text"));
        sent.set("blocks", json.path("blocks"));
        return new Payload(name, Kind.MESSAGE, sent);
    }

    /** Returns a message as the golden file has it. */
    public static Map<String, Object> shape(String slot, String text, String blocks) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("slot", slot);
        shape.put("text", text);
        shape.put("blocks", Json.tree(blocks));
        return shape;
    }
}
