package dev.handrail.slack.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handrail.platform.Json;
import dev.handrail.run.IncidentView;
import dev.handrail.simulator.block.BlockCheck;
import dev.handrail.simulator.block.Texts;
import dev.handrail.slack.GoldenPayloads;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slots compared with JSON files that a person has read. {@code ./mvnw test -Dtest=ProjectionTest -Dgolden=write} writes them
 * anew. Every one is also checked against what Slack accepts.
 */
final class Golden {
    private static final Projection PROJECTION = new Projection(new Links("https://handrail.example/"));

    private Golden() {}

    static List<Slot> slots(IncidentView view) {
        var slots = PROJECTION.of(view);
        slots.forEach(Golden::checkLimits);
        assertThat(slots).extracting(Slot::key).doesNotHaveDuplicates();
        return slots;
    }

    static void checkLimits(Slot slot) {
        var blocks = Json.tree(slot.message().json());
        assertThat(BlockCheck.ofMessage(blocks)).as(slot.key()).isEmpty();
        assertThat(Texts.length(blocks)).as(slot.key()).isLessThanOrEqualTo(SlackLimits.MESSAGE_BLOCKS_TEXT);
        assertThat(Texts.escapedBytes(slot.message().text().toString()))
                .as(slot.key())
                .isBetween(1, SlackLimits.UPDATE_TEXT_BYTES);
    }

    static void check(String name, List<Slot> slots) {
        GoldenPayloads.check(
                name,
                new ObjectMapper().valueToTree(slots.stream().map(Golden::shape).toList()));
    }

    private static Map<String, Object> shape(Slot slot) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("slot", slot.key());
        shape.put("kind", slot.kind());
        shape.put("urgency", slot.urgency());
        shape.put("where", slot.where().toString());
        shape.put("text", slot.message().text().toString());
        shape.put("blocks", Json.tree(slot.message().json()));
        return shape;
    }
}
