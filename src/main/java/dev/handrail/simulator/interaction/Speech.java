package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.api.Faults;
import dev.handrail.simulator.api.ViewMethods;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Channel;
import dev.handrail.simulator.workspace.Message;
import dev.handrail.simulator.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody writes a message. The bot is told by an event, again and again until it answers 2xx or Slack gives up. */
final class Speech implements AutoCloseable {
    private final Workspace workspace;
    private final Payloads payloads;
    private final BotLink bot;
    private final Optional<List<Duration>> retries;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param retries the waits before each retry of an event; empty if the bot is sent no events */
    Speech(Workspace workspace, Payloads payloads, BotLink bot, Optional<List<Duration>> retries) {
        this.workspace = workspace;
        this.payloads = payloads;
        this.bot = bot;
        this.retries = retries;
    }

    Message say(Arguments said) {
        var person = payloads.person(said.text("user").orElse(""));
        var channel = payloads.channel(said.text("channel").orElse(""));
        var body = Payloads.object()
                .put("type", "message")
                .put("user", person.id())
                .put("team", Workspace.TEAM)
                .put("client_msg_id", UUID.randomUUID().toString())
                .put("text", asSent(said.text("text").orElseThrow(() -> new Refusal("no_text"))));
        said.text("thread_ts").ifPresent(ts -> body.put("thread_ts", ts));
        var message = workspace.messages().add(channel.id(), Optional.empty(), body);
        if (channel.joined()) {
            retries.ifPresent(waits -> tell(message, channel, waits));
        }
        return message;
    }

    /** Somebody looks at the app's Home tab. */
    void opensHome(Arguments looking) {
        var person = payloads.person(looking.text("user").orElse(""));
        var channel = workspace.channels().direct(person.id());
        var body = Payloads.object().put("user", person.id()).put("tab", "home").put("ts", payloads.now());
        workspace.views().home(person.id()).ifPresent(view -> body.set("view", ViewMethods.shape(view)));
        var seen = envelope("app_home_opened", body, channel);
        retries.ifPresent(waits -> threads.execute(() -> deliver(seen, waits)));
    }

    /** What people type is escaped before anybody reads it; of mentions, only the bot's is understood. */
    private static String asSent(String typed) {
        return typed.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@handrail", "<@" + Workspace.BOT_USER + ">");
    }

    private void tell(Message message, Channel channel, List<Duration> waits) {
        threads.execute(() -> deliver(envelope("message", message.body(), channel), waits));
        if (message.body().path("text").asText().contains("<@" + Workspace.BOT_USER + ">")) {
            threads.execute(() -> deliver(envelope("app_mention", message.body(), channel), waits));
        }
    }

    private void deliver(ObjectNode envelope, List<Duration> waits) {
        var delivery = bot.event(envelope, Map.of());
        for (var retry = 0; retry < waits.size() && !delivery.isAccepted(); retry++) {
            Faults.pause(waits.get(retry));
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            delivery = bot.event(envelope, headers(retry + 1, delivery));
        }
    }

    private static Map<String, String> headers(int number, Delivery failed) {
        return Map.of(
                "x-slack-retry-num",
                Integer.toString(number),
                "x-slack-retry-reason",
                failed.status() == 0 ? "http_timeout" : "http_error");
    }

    private ObjectNode envelope(String type, ObjectNode body, Channel channel) {
        var ts = body.path("ts").asText();
        var envelope = Payloads.object()
                .put("token", Payloads.TOKEN)
                .put("team_id", Workspace.TEAM)
                .put("api_app_id", Workspace.APP)
                .put("type", "event_callback")
                .put(
                        "event_id",
                        "Ev" + UUID.randomUUID().toString().replace("-", "").substring(0, 10))
                .put("event_time", Long.parseLong(ts.substring(0, ts.indexOf('.'))))
                .put("is_ext_shared_channel", false);
        var event = body.deepCopy();
        event.put("type", type)
                .put("channel", channel.id())
                .put("channel_type", channel.isDirect() ? "im" : "channel")
                .put("event_ts", ts);
        envelope.set("event", event);
        envelope.putArray("authorizations")
                .addObject()
                .put("team_id", Workspace.TEAM)
                .put("user_id", Workspace.BOT_USER)
                .put("is_bot", true);
        return envelope;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
