package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.slack.press.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Payloads of the right shape, mangled: whatever comes, nothing breaks, and what is stored is small and whole. */
class PayloadFuzzTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LARGEST_STORED = 16_000;

    private static final List<String> TYPES = List.of("interactive", "slash_commands", "events_api", "hello", "");
    private static final List<String> PAYLOADS = List.of("""
            {"type":"block_actions","team":{"id":"T01"},"user":{"id":"U02BEN","username":"ben","name":"ben"},
             "container":{"type":"message","message_ts":"1.1","channel_id":"C01","thread_ts":"1.0"},
             "channel":{"id":"C01"},"trigger_id":"x",
             "actions":[{"type":"button","action_id":"answer.1","value":"1:1:1:count","action_ts":"1.2"}]}""", """
            {"type":"view_submission","team":{"id":"T01"},"user":{"id":"U02BEN","name":"ben"},
             "view":{"id":"V1","hash":"h","callback_id":"escalate",
              "private_metadata":"{\\"ticket\\":\\"1:1:1:count\\",\\"channel\\":\\"C01\\",\\"thread\\":\\"1.0\\"}",
              "state":{"values":{"sentence":{"sentence":{"type":"plain_text_input","value":"it does not help"}}}}}}""", """
            {"type":"event_callback","event_id":"Ev1","event":{"type":"app_mention","user":"U02BEN","channel":"C01",
             "ts":"1.1","thread_ts":"1.0","text":"<@U00BOT> silences"}}""", """
            {"command":"/handrail","text":"silences","user_id":"U02BEN","user_name":"ben","channel_id":"C01",
             "trigger_id":"t"}""");

    @Property(tries = 2000)
    void givenAMangledPayload_whenRead_thenNothingBreaksAndWhatIsKeptIsSmall(@ForAll long seed) {
        var random = new Random(seed);
        var payload = Json.tree(PAYLOADS.get(random.nextInt(PAYLOADS.size())));
        for (var times = random.nextInt(4); times > 0; times--) {
            mangle(payload, random);
        }
        var received = PayloadReader.read(TYPES.get(random.nextInt(TYPES.size())), payload);

        if (received instanceof Received.Request request) {
            var stored = Json.write(request.asked());
            assertThat(stored).hasSizeLessThan(LARGEST_STORED).doesNotContain("\\u0000");
            assertThat(Json.read(stored, Asked.class)).isEqualTo(request.asked());
            if (request.asked() instanceof Asked.Pressed pressed) {
                assertThat(Ticket.parse(pressed.ticket())).isPresent();
            }
        }
    }

    /** Replaces, removes or blows up one thing anywhere in it. */
    private static void mangle(JsonNode payload, Random random) {
        var places = new ArrayList<ObjectNode>();
        collect(payload, places);
        var place = places.get(random.nextInt(places.size()));
        var names = new ArrayList<String>();
        place.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        var name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
            place.remove(name);
        } else {
            place.set(name, odd(random));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> places) {
        if (node instanceof ObjectNode object) {
            places.add(object);
        }
        node.forEach(child -> collect(child, places));
    }

    private static JsonNode odd(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> new ArrayNode(NODES).add(NODES.objectNode());
            case 4 -> NODES.objectNode().put("value", "x");
            case 5 -> NODES.textNode("x".repeat(100_000));
            case 6 -> NODES.textNode("\u0000<!channel>\uD800 '; drop table inbox; --");
            case 7 -> NODES.textNode("{\"ticket\":null,\"channel\":{},\"thread\":[]}");
            default -> NODES.textNode("");
        };
    }
}
