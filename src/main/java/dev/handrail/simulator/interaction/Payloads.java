package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Channel;
import dev.handrail.simulator.workspace.Message;
import dev.handrail.simulator.workspace.Person;
import dev.handrail.simulator.workspace.Workspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The parts that Slack's payloads have in common. */
final class Payloads {
    static final String TOKEN = "local-verification-token";
    static final String DOMAIN = "local";

    private final Workspace workspace;
    private final Supplier<URI> base;
    private final InstantSource clock;

    Payloads(Workspace workspace, Supplier<URI> base, InstantSource clock) {
        this.workspace = workspace;
        this.base = base;
        this.clock = clock;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    Person person(String id) {
        return workspace.person(id).filter(person -> !person.bot()).orElseThrow(() -> new Refusal("user_not_found"));
    }

    Channel channel(String reference) {
        return workspace.channels().named(reference).orElseThrow(() -> new Refusal("channel_not_found"));
    }

    /** Begins a payload: what it is, and whose it is. */
    ObjectNode begin(String type, Person person) {
        var payload =
                object().put("type", type).put("api_app_id", Workspace.APP).put("token", TOKEN);
        payload.putObject("team").put("id", Workspace.TEAM).put("domain", DOMAIN);
        payload.putObject("user")
                .put("id", person.id())
                .put("username", person.name())
                .put("name", person.name())
                .put("team_id", Workspace.TEAM);
        payload.putNull("enterprise");
        payload.put("is_enterprise_install", false);
        return payload;
    }

    /** Adds where an action on a message happened. Slack leaves out the text of a message that only one person sees. */
    void place(ObjectNode payload, Message message, Channel channel) {
        var container = payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", channel.id())
                .put("is_ephemeral", message.isEphemeral());
        message.thread().ifPresent(ts -> container.put("thread_ts", ts));
        payload.putObject("channel").put("id", channel.id()).put("name", name(channel));
        if (!message.isEphemeral()) {
            payload.set("message", message.body().deepCopy());
        }
    }

    static String name(Channel channel) {
        return channel.isDirect() ? "directmessage" : channel.name();
    }

    String responseUrl(Channel channel, Optional<String> ts, Person person) {
        return base.get()
                .resolve("response/" + workspace.responseUrls().issue(channel.id(), ts, person.id()))
                .toString();
    }

    String trigger(Person person) {
        return workspace.triggers().issue(person.id());
    }

    /** Returns the present time as a ts. */
    String now() {
        var now = clock.instant();
        return "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000);
    }
}
