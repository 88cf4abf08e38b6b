package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.Drafts;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.workspace.Channel;
import dev.handrail.simulator.workspace.Person;
import dev.handrail.simulator.workspace.Workspace;
import java.util.Optional;

/** Somebody types a slash command; what the bot answers at once is shown to them, or to all if it says so. */
final class Commands {
    private final Workspace workspace;
    private final Payloads payloads;
    private final BotLink bot;

    Commands(Workspace workspace, Payloads payloads, BotLink bot) {
        this.workspace = workspace;
        this.payloads = payloads;
        this.bot = bot;
    }

    Delivery command(Arguments typed) {
        var person = payloads.person(typed.text("user").orElse(""));
        var channel = payloads.channel(typed.text("channel").orElse(""));
        var fields = fields(typed.text("text").orElse(""), person, channel);
        workspace.touch();
        workspace.save();
        var delivery = bot.command(fields);
        if (delivery.isAccepted() && !delivery.body().isBlank()) {
            answer(delivery.body(), person, channel);
        }
        return delivery;
    }

    private ObjectNode fields(String typed, Person person, Channel channel) {
        var words = typed.strip().split("\\s+", 2);
        var fields = Payloads.object();
        fields.put("token", Payloads.TOKEN);
        fields.put("team_id", Workspace.TEAM);
        fields.put("team_domain", Payloads.DOMAIN);
        fields.put("channel_id", channel.id());
        fields.put("channel_name", Payloads.name(channel));
        fields.put("user_id", person.id());
        fields.put("user_name", person.name());
        fields.put("command", words[0]);
        fields.put("text", words.length == 2 ? words[1] : "");
        fields.put("api_app_id", Workspace.APP);
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", payloads.responseUrl(channel, Optional.empty(), person));
        fields.put("trigger_id", payloads.trigger(person));
        return fields;
    }

    private void answer(String body, Person person, Channel channel) {
        var answer = body.stripLeading().startsWith("{")
                ? new Arguments((ObjectNode) Json.tree(body))
                : new Arguments(Payloads.object().put("text", body));
        var message = Drafts.message(answer);
        var toAll = answer.text("response_type").filter("in_channel"::equals).isPresent();
        workspace.messages().add(channel.id(), toAll ? Optional.empty() : Optional.of(person.id()), message);
    }
}
