package dev.handrail.simulator.interaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.workspace.Workspace;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What people can do: press, submit, search, close, command, say. Each answers with what came of it. */
public final class People implements AutoCloseable {
    private final Clicks clicks;
    private final Menus menus;
    private final Modals modals;
    private final Commands commands;
    private final Speech speech;

    /**
     * What people's actions need to know.
     *
     * @param base where the local Slack itself is reached, for response_urls
     * @param eventRetries the waits before each retry of an event; empty if the bot is sent no events
     */
    public record Surroundings(
            Workspace workspace, Supplier<URI> base, InstantSource clock, Optional<List<Duration>> eventRetries) {}

    public People(Surroundings surroundings, BotLink bot) {
        var workspace = surroundings.workspace();
        var payloads = new Payloads(workspace, surroundings.base(), surroundings.clock());
        clicks = new Clicks(workspace, payloads, bot);
        menus = new Menus(workspace, payloads, bot);
        modals = new Modals(workspace, payloads, bot, menus);
        commands = new Commands(workspace, payloads, bot);
        speech = new Speech(workspace, payloads, bot, surroundings.eventRetries());
    }

    public ObjectNode click(Arguments click) {
        return report(Optional.of(clicks.click(click)));
    }

    public ObjectNode home(Arguments looking) {
        speech.opensHome(looking);
        return report(Optional.empty());
    }

    public ObjectNode shortcut(Arguments chosen) {
        return report(Optional.of(clicks.shortcut(chosen)));
    }

    public ObjectNode submit(Arguments submission) {
        var submitted = modals.submit(submission);
        var report = report(submitted.delivery());
        report.set("errors", Json.tree(Json.write(submitted.errors())));
        return report;
    }

    /** Somebody types into a menu that the app fills. */
    public ObjectNode search(Arguments typing) {
        var found = menus.search(typing);
        var report = report(found.delivery());
        report.set("options", found.options());
        return report;
    }

    public ObjectNode close(Arguments closing) {
        return report(modals.close(closing));
    }

    public ObjectNode command(Arguments typed) {
        return report(Optional.of(commands.command(typed)));
    }

    public ObjectNode say(Arguments said) {
        var message = speech.say(said);
        return report(Optional.empty()).put("channel", message.channel()).put("ts", message.ts());
    }

    private static ObjectNode report(Optional<Delivery> delivery) {
        var report = Payloads.object().put("ok", true);
        delivery.ifPresent(sent -> {
            report.put("status", sent.status()).put("millis", sent.millis()).put("answer", sent.body());
            sent.problem().ifPresent(problem -> report.put("problem", problem));
        });
        return report;
    }

    @Override
    public void close() {
        speech.close();
    }
}
