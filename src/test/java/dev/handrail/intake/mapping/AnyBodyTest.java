package dev.handrail.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.intake.translate.Sent;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Strangers send anything: whatever it is, it comes out as alerts, reasons or named problems, never as an exception. */
class AnyBodyTest {
    private static final Translations BUILT_IN = Translations.builtIn();
    private static final List<String> SOURCES = List.copyOf(BUILT_IN.sources());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 1_000)
    void givenAPayloadWithSomethingElseSomewhere_whenTranslated_thenNothingIsThrown(@ForAll long seed) {
        var random = new Random(seed);
        for (var source : SOURCES) {
            var bodies = bodies(source);
            var body = mutated(bodies.get(random.nextInt(bodies.size())), random);
            var translated = BUILT_IN.named(source).orElseThrow().translate(new Sent(body, Map.of(), Instant.EPOCH));

            assertThat(translated.problems())
                    .allSatisfy(problem -> assertThat(problem).isNotBlank());
            assertThat(translated.alerts()).allSatisfy(alert -> {
                assertThat(alert.labels()).isNotEmpty();
                assertThat(alert.fingerprint().value()).hasSizeLessThanOrEqualTo(64);
            });
        }
    }

    private static List<JsonNode> bodies(String source) {
        try {
            var cases = Json.tree(Files.readAllBytes(Path.of("src/test/resources/sources", source + ".json")));
            return cases.properties().stream()
                    .map(entry -> entry.getValue().path("body"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode mutated(JsonNode node, Random random) {
        if (random.nextInt(12) == 0) {
            return anything(random);
        }
        return switch (node) {
            case ObjectNode object -> {
                var copy = NODES.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), mutated(field.getValue(), random)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = NODES.arrayNode();
                array.forEach(item -> copy.add(mutated(item, random)));
                yield copy;
            }
            default -> node;
        };
    }

    private static JsonNode anything(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.objectNode();
            case 2 -> NODES.arrayNode();
            case 3 -> NODES.numberNode(random.nextLong());
            case 4 -> NODES.numberNode(1e308 * random.nextDouble());
            case 5 -> NODES.booleanNode(random.nextBoolean());
            case 6 -> NODES.textNode("");
            case 7 -> NODES.textNode("x".repeat(100_000));
            case 8 -> NODES.textNode("\u0000\uD800 {{ }} <script> %s $x");
            case 9 ->
                NODES.arrayNode()
                        .add(NODES.arrayNode().add(1))
                        .add(NODES.objectNode().put("a", "b"));
            case 10 -> NODES.objectNode().set("a", NODES.objectNode().put("b", 1));
            default -> deep();
        };
    }

    private static JsonNode deep() {
        JsonNode node = NODES.textNode("deep");
        for (var i = 0; i < 500; i++) {
            node = NODES.objectNode().set("a", node);
        }
        return node;
    }
}
