package dev.handrail.simulator;

import dev.handrail.simulator.api.CallLog;
import dev.handrail.simulator.api.Faults;
import dev.handrail.simulator.api.WebApi;
import dev.handrail.simulator.control.ControlApi;
import dev.handrail.simulator.interaction.BotLink;
import dev.handrail.simulator.interaction.Carrier;
import dev.handrail.simulator.interaction.HttpCarrier;
import dev.handrail.simulator.interaction.People;
import dev.handrail.simulator.interaction.Responses;
import dev.handrail.simulator.socket.Switchboard;
import dev.handrail.simulator.wire.Reply;
import dev.handrail.simulator.wire.Request;
import dev.handrail.simulator.workspace.Workspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A Slack of its own: one workspace, with the bot and a few people in it. Whatever carries HTTP hands it requests. */
public final class LocalSlack implements AutoCloseable {
    /** What every path begins with. */
    public static final String ROOT = "/local-slack/";

    private final Workspace workspace;
    private final WebApi webApi;
    private final People people;
    private final Responses responses;
    private final Switchboard switchboard;
    private final ControlApi control;
    private final PageFiles page = new PageFiles();
    private final AtomicReference<URI> base;

    public LocalSlack(LocalSlackSettings settings, InstantSource clock) {
        var faults = new Faults();
        var log = new CallLog(clock);
        base = new AtomicReference<>(settings.botUrl().resolve(ROOT));
        workspace = Workspace.sample(clock, settings.stateFile());
        switchboard = new Switchboard(log, clock);
        webApi = new WebApi(
                workspace,
                new WebApi.Tokens(settings.botToken(), settings.appToken()),
                settings.budgets(),
                new WebApi.Surroundings(faults, log, clock, switchboard::address));
        var bot = new BotLink(carrier(settings), faults, log, clock);
        people = new People(new People.Surroundings(workspace, base::get, clock, settings.eventRetries()), bot);
        responses = new Responses(workspace);
        control = new ControlApi(
                workspace, webApi, people, new ControlApi.Levers(faults, log, clock, switchboard, settings.alerts()));
    }

    /** An app is in Socket Mode or not: nothing is ever sent both ways. */
    private Carrier carrier(LocalSlackSettings settings) {
        return settings.appToken().isPresent()
                ? switchboard
                : new HttpCarrier(settings.botUrl(), settings.signingSecret());
    }

    /** Closes all sockets, as when Slack is down. */
    void hangUp() {
        switchboard.hangUp();
    }

    /** Says where this is reached, if not beside the bot; response_urls begin with it. Ends with {@link #ROOT}. */
    void servedAt(URI url) {
        base.set(url);
    }

    /** Answers one request. What it changed is on disk before this returns. */
    public Reply handle(Request request) {
        var reply = route(request);
        workspace.save();
        return reply;
    }

    private Reply route(Request request) {
        if (!request.path().startsWith(ROOT)) {
            return Reply.text(404, "The local Slack is at " + ROOT);
        }
        var parts = request.path().substring(ROOT.length()).split("/", 2);
        var rest = parts.length == 2 ? parts[1] : "";
        return switch (parts[0]) {
            case "api" -> webApi.handle(rest, request);
            case "control" -> control.handle(rest, request);
            case "response" -> responses.handle(rest, request);
            default -> page.file(parts[0]);
        };
    }

    @Override
    public void close() {
        people.close();
        switchboard.close();
    }
}
