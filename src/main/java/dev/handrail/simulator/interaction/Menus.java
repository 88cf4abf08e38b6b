package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.ViewMethods;
import dev.handrail.simulator.block.BlockCheck;
import dev.handrail.simulator.interaction.Elements.Element;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.OpenView;
import dev.handrail.simulator.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Menus in modals that the app fills while somebody types. What it answered last can be chosen, and nothing else. */
final class Menus {
    private static final String EXTERNAL = "external_select";

    /** How much has to be typed before the app is asked, where it does not say. */
    private static final int USUAL_LENGTH = 3;

    private final Workspace workspace;
    private final Payloads payloads;
    private final BotLink bot;

    /** What the app answered last, by view, block and action. */
    private final Map<String, ArrayNode> offered = new ConcurrentHashMap<>();

    Menus(Workspace workspace, Payloads payloads, BotLink bot) {
        this.workspace = workspace;
        this.payloads = payloads;
        this.bot = bot;
    }

    /** What came of typing: nothing was sent where it was too little. */
    record Found(Optional<Delivery> delivery, ArrayNode options) {}

    Found search(Arguments typing) {
        var view = workspace
                .views()
                .find(typing.text("view_id").orElse(""))
                .filter(open -> typing.text("user").map(open.user()::equals).orElse(true))
                .orElseThrow(() -> new Refusal("view_not_found"));
        var menu = Elements.find(view.view().path("blocks"), typing);
        if (!menu.type().equals(EXTERNAL)) {
            throw new Refusal("not_an_external_select");
        }
        var words = typing.text("query").orElse("");
        if (words.length() < menu.node().path("min_query_length").asInt(USUAL_LENGTH)) {
            return new Found(Optional.empty(), Payloads.object().arrayNode());
        }
        forgetClosed();
        return found(key(view, menu), bot.interaction(payload(view, menu, words)));
    }

    private ObjectNode payload(OpenView view, Element menu, String words) {
        var payload = payloads.begin("block_suggestion", payloads.person(view.user()))
                .put("action_id", menu.actionId())
                .put("block_id", menu.blockId())
                .put("value", words);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", ViewMethods.shape(view));
        return payload;
    }

    private Found found(String key, Delivery delivery) {
        if (!delivery.isAccepted()) {
            return new Found(Optional.of(delivery), nothing(key));
        }
        var problem = problem(delivery.body());
        if (problem.isPresent()) {
            var told = new Delivery(delivery.status(), delivery.millis(), delivery.body(), problem);
            return new Found(Optional.of(told), nothing(key));
        }
        var options = Payloads.object().arrayNode();
        Json.tree(delivery.body()).path("options").forEach(options::add);
        offered.put(key, options);
        return new Found(Optional.of(delivery), options);
    }

    private static Optional<String> problem(String body) {
        try {
            var problems = BlockCheck.ofOptions(Json.tree(body));
            return problems.isEmpty() ? Optional.empty() : Optional.of(misunderstood(problems.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.of(misunderstood(String.valueOf(e.getMessage())));
        }
    }

    private static String misunderstood(String why) {
        return "⚠️ the app answered what Slack does not understand: " + why;
    }

    private ArrayNode nothing(String key) {
        offered.remove(key);
        return Payloads.object().arrayNode();
    }

    /** Returns a view's blocks with what its menus were last filled with. */
    JsonNode filled(OpenView view) {
        var blocks = view.view().path("blocks").deepCopy();
        Elements.in(blocks).stream()
                .filter(menu -> menu.type().equals(EXTERNAL))
                .forEach(menu -> Optional.ofNullable(offered.get(key(view, menu)))
                        .ifPresent(options -> menu.node().set("options", options)));
        return blocks;
    }

    private static String key(OpenView view, Element menu) {
        return String.join("|", view.id(), menu.blockId(), menu.actionId());
    }

    private void forgetClosed() {
        offered.keySet()
                .removeIf(key -> workspace
                        .views()
                        .find(key.substring(0, key.indexOf('|')))
                        .isEmpty());
    }
}
