package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handrail.simulator.api.ViewMethods;
import dev.handrail.simulator.interaction.Elements.Element;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Somebody presses a button or chooses from a menu, in a message or in a modal. */
final class Clicks {
    private final Workspace workspace;
    private final Payloads payloads;
    private final BotLink bot;

    Clicks(Workspace workspace, Payloads payloads, BotLink bot) {
        this.workspace = workspace;
        this.payloads = payloads;
        this.bot = bot;
    }

    Delivery click(Arguments click) {
        var payload = click.text("view_id").isPresent() ? inView(click) : inMessage(click);
        workspace.touch();
        workspace.save();
        return bot.interaction(payload);
    }

    /** Somebody chooses one of the app's shortcuts in the menu of a message. */
    Delivery shortcut(Arguments chosen) {
        var person = payloads.person(chosen.text("user").orElse(""));
        var channel = payloads.channel(chosen.text("channel").orElse(""));
        var message = workspace
                .messages()
                .find(channel.id(), chosen.text("ts").orElse(""))
                .filter(found -> !found.isEphemeral())
                .orElseThrow(() -> new Refusal("message_not_found"));
        var payload = payloads.begin("message_action", person)
                .put("callback_id", chosen.text("callback_id").orElseThrow(() -> new Refusal("callback_not_found")))
                .put("message_ts", message.ts())
                .put("action_ts", payloads.now())
                .put("trigger_id", payloads.trigger(person))
                .put("response_url", payloads.responseUrl(channel, Optional.of(message.ts()), person));
        payload.putObject("channel").put("id", channel.id()).put("name", Payloads.name(channel));
        payload.set("message", message.body().deepCopy());
        workspace.touch();
        workspace.save();
        return bot.interaction(payload);
    }

    private ObjectNode inMessage(Arguments click) {
        var person = payloads.person(click.text("user").orElse(""));
        var channel = payloads.channel(click.text("channel").orElse(""));
        var message = workspace
                .messages()
                .find(channel.id(), click.text("ts").orElse(""))
                .filter(found -> found.onlyFor().map(person.id()::equals).orElse(true))
                .orElseThrow(() -> new Refusal("message_not_found"));
        var payload = payloads.begin("block_actions", person);
        payloads.place(payload, message, channel);
        payload.put("trigger_id", payloads.trigger(person));
        payload.put("response_url", payloads.responseUrl(channel, Optional.of(message.ts()), person));
        act(payload, message.body().path("blocks"), click);
        return payload;
    }

    private ObjectNode inView(Arguments click) {
        var view = workspace
                .views()
                .find(click.text("view_id").orElse(""))
                .orElseThrow(() -> new Refusal("view_not_found"));
        var person = payloads.person(view.user());
        var payload = payloads.begin("block_actions", person);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.put("trigger_id", payloads.trigger(person));
        act(payload, view.view().path("blocks"), click);
        var shape = ViewMethods.shape(view);
        shape.set("state", payload.remove("state"));
        payload.set("view", shape);
        return payload;
    }

    private void act(ObjectNode payload, JsonNode blocks, Arguments click) {
        var element = Elements.find(blocks, click);
        var given = click.tree("values").orElseGet(MissingNode::getInstance);
        payload.putObject("state").set("values", Elements.values(blocks, given));
        payload.putArray("actions").add(action(element, click));
    }

    private ObjectNode action(Element element, Arguments click) {
        return pressed(element, click)
                .put("action_id", element.actionId())
                .put("block_id", element.blockId())
                .put("action_ts", payloads.now());
    }

    private static ObjectNode pressed(Element element, Arguments click) {
        if (!element.type().equals("button")) {
            return Values.of(element, chosen(click));
        }
        var action = Payloads.object().put("type", "button");
        action.set("text", element.node().path("text"));
        for (var field : List.of("value", "style", "url", "confirm")) {
            if (element.node().has(field)) {
                action.set(field, element.node().path(field));
            }
        }
        return action;
    }

    /** What was chosen: said so, or the option whose text was pressed. */
    private static JsonNode chosen(Arguments click) {
        var option = click.values().path("option");
        return option.isMissingNode()
                ? click.text("text").<JsonNode>map(TextNode::valueOf).orElseGet(MissingNode::getInstance)
                : option;
    }
}
