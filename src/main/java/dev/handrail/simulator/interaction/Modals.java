package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.ViewMethods;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.OpenView;
import dev.handrail.simulator.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Somebody submits or closes a modal. The bot's answer decides whether it stays. */
final class Modals {
    private final Workspace workspace;
    private final Payloads payloads;
    private final BotLink bot;
    private final Menus menus;

    /** What became of a submission: it was sent, or there are errors to show in the modal, by block. */
    record Submission(Optional<Delivery> delivery, Map<String, String> errors) {
        Submission {
            errors = Map.copyOf(errors);
        }
    }

    Modals(Workspace workspace, Payloads payloads, BotLink bot, Menus menus) {
        this.menus = menus;
        this.workspace = workspace;
        this.payloads = payloads;
        this.bot = bot;
    }

    Submission submit(Arguments submission) {
        var view = view(submission);
        var blocks = menus.filled(view);
        var given = submission.tree("values").orElseGet(Payloads::object);
        var values = Elements.values(blocks, given);
        var problems = Values.problems(blocks, values);
        if (!problems.isEmpty()) {
            return new Submission(Optional.empty(), problems);
        }
        var person = payloads.person(view.user());
        var payload = payloads.begin("view_submission", person).put("trigger_id", payloads.trigger(person));
        var shape = ViewMethods.shape(view);
        shape.putObject("state").set("values", values);
        payload.set("view", shape);
        payload.putArray("response_urls");
        workspace.touch();
        workspace.save();
        return answered(view, bot.interaction(payload));
    }

    private Submission answered(OpenView view, Delivery delivery) {
        if (!delivery.isAccepted()) {
            return new Submission(Optional.of(delivery), Map.of());
        }
        try {
            return new Submission(Optional.of(delivery), follow(view, answer(delivery)));
        } catch (IllegalArgumentException | Refusal e) {
            var problem = "⚠️ the app answered what Slack does not understand: " + e.getMessage();
            return new Submission(
                    Optional.of(
                            new Delivery(delivery.status(), delivery.millis(), delivery.body(), Optional.of(problem))),
                    Map.of());
        }
    }

    private static JsonNode answer(Delivery delivery) {
        return delivery.body().isBlank() ? Payloads.object() : Json.tree(delivery.body());
    }

    /** Does as the bot answered. Returns the errors to show. */
    private Map<String, String> follow(OpenView view, JsonNode answer) {
        var action = answer.path("response_action").asText();
        switch (action) {
            case "" -> workspace.views().close(view);
            case "clear" -> workspace.views().clear(view.user());
            case "update" -> workspace.views().update(view, ViewMethods.checked(answer.path("view")));
            case "push" -> workspace.views().push(view, ViewMethods.checked(answer.path("view")));
            case "errors" -> {
                return errors(view, answer.path("errors"));
            }
            default -> throw new IllegalArgumentException("response_action " + action);
        }
        return Map.of();
    }

    /** Errors belong to blocks that are there. */
    private static Map<String, String> errors(OpenView view, JsonNode errors) {
        var found = new TreeMap<String, String>();
        errors.properties()
                .forEach(error -> found.put(error.getKey(), error.getValue().asText()));
        for (var element : Elements.in(view.view().path("blocks"))) {
            if (found.containsKey(element.blockId())) {
                return found;
            }
        }
        throw new IllegalArgumentException("errors for no block of the view: " + found.keySet());
    }

    Optional<Delivery> close(Arguments closing) {
        var view = view(closing);
        var all = closing.flag("clear") || view.view().path("clear_on_close").asBoolean();
        if (all) {
            workspace.views().clear(view.user());
        } else {
            workspace.views().close(view);
        }
        if (!view.view().path("notify_on_close").asBoolean()) {
            return Optional.empty();
        }
        return Optional.of(bot.interaction(closed(view, all)));
    }

    private ObjectNode closed(OpenView view, boolean cleared) {
        var payload =
                payloads.begin("view_closed", payloads.person(view.user())).put("is_cleared", cleared);
        payload.set("view", ViewMethods.shape(view));
        return payload;
    }

    private OpenView view(Arguments arguments) {
        return workspace
                .views()
                .find(arguments.text("view_id").orElse(""))
                .filter(view -> arguments.text("user").map(view.user()::equals).orElse(true))
                .orElseThrow(() -> new Refusal("view_not_found"));
    }
}
