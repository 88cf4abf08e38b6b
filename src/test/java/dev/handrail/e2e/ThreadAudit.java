package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.SlackDriver;
import dev.handrail.simulator.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Holds what Slack shows of an incident against its timeline. */
final class ThreadAudit {
    private static final Set<String> BY_CLICK = Set.of("acknowledged", "answered", "try_started");

    private final Api api;
    private final SlackDriver slack;

    ThreadAudit(Api api, SlackDriver slack) {
        this.api = api;
        this.slack = slack;
    }

    /**
     * Expects that an incident's record and its thread are whole.
     *
     * @param order what its only alert names
     * @param clicks how many were acknowledged
     */
    void expectWhole(String what, String order, int clicks) {
        var timeline = timeline(order);
        var byClick = timeline.stream()
                .filter(entry -> BY_CLICK.contains(entry.path("event").asText()))
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.path("event").asText(),
                                entry.path("step").asText(),
                                entry.path("attempt").asText()))
                .toList();
        assertThat(byClick).as("%s, %s: one event for each click", what, order).doesNotHaveDuplicates();
        assertThat(byClick)
                .as("%s, %s: clicks that were acknowledged", what, order)
                .hasSizeGreaterThanOrEqualTo(clicks);

        var shown = timeline.stream()
                .filter(entry -> entry.path("event").asText().equals("step_shown"))
                .map(entry -> "step/%s/%s"
                        .formatted(
                                entry.path("step").asText(),
                                entry.path("attempt").asText()))
                .toList();
        slack.await(
                "%s, %s: the steps %s in the thread, the last one open".formatted(what, order, shown),
                () -> steps(order).equals(shown) && isLastOpen(order));
        assertThat(slots(thread(order)))
                .as("%s, %s: nothing is posted twice", what, order)
                .doesNotHaveDuplicates();
    }

    private List<JsonNode> timeline(String order) {
        for (var incident :
                Json.tree(api.get("/v1/incidents", RunningHandrail.API_TOKEN).body())) {
            var whole = Json.tree(api.get("/v1/incidents/" + incident.path("id").asLong(), RunningHandrail.API_TOKEN)
                    .body());
            if (whole.toString().contains('"' + order + '"')) {
                return StreamSupport.stream(whole.path("timeline").spliterator(), false)
                        .toList();
            }
        }
        throw new AssertionError("the alert of %s was acknowledged, and no incident holds it".formatted(order));
    }

    private List<SlackMessage> thread(String order) {
        var roots = slack.messages("#order-flows").stream()
                .filter(message -> message.isRoot() && message.contains(order))
                .toList();
        assertThat(roots).as("root cards of %s", order).hasSizeLessThanOrEqualTo(1);
        var all = new ArrayList<>(roots);
        roots.forEach(root -> all.addAll(root.thread()));
        return all;
    }

    private List<String> steps(String order) {
        return slots(thread(order)).stream()
                .filter(slot -> slot.startsWith("step/"))
                .toList();
    }

    private boolean isLastOpen(String order) {
        var messages = thread(order).stream()
                .filter(message -> slot(message).startsWith("step/"))
                .toList();
        return messages.isEmpty()
                || (!messages.getLast().buttons().isEmpty()
                        && messages.stream()
                                .limit(messages.size() - 1L)
                                .allMatch(message -> message.buttons().isEmpty()));
    }

    private static List<String> slots(List<SlackMessage> messages) {
        return messages.stream().map(ThreadAudit::slot).toList();
    }

    private static String slot(SlackMessage message) {
        return message.body()
                .path("metadata")
                .path("event_payload")
                .path("slot")
                .asText();
    }
}
