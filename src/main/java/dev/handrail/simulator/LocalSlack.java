package dev.handrail.simulator;

import dev.handrail.simulator.api.CallLog;
import dev.handrail.simulator.api.Faults;
import dev.handrail.simulator.api.WebApi;
import dev.handrail.simulator.control.ControlApi;
import dev.handrail.simulator.interaction.BotLink;
import dev.handrail.simulator.interaction.People;
import dev.handrail.simulator.interaction.Responses;
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
    private final ControlApi control;
    private final PageFiles page = new PageFiles();
    private final AtomicReference<URI> base;

    public LocalSlack(LocalSlackSettings settings, InstantSource clock) {
        var faults = new Faults();
        var log = new CallLog(clock);
        base = new AtomicReference<>(settings.botUrl().resolve(ROOT));
        workspace = Workspace.sample(clock, settings.stateFile());
        webApi = new WebApi(
                workspace, settings.botToken(), settings.budgets(), new WebApi.Surroundings(faults, log, clock));
        var bot = new BotLink(new BotLink.Target(settings.botUrl(), settings.signingSecret()), faults, log, clock);
        people = new People(new People.Surroundings(workspace, base::get, clock, settings.eventRetries()), bot);
        responses = new Responses(workspace);
        control =
                new ControlApi(workspace, webApi, people, new ControlApi.Levers(faults, log, clock, settings.alerts()));
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
    }
}
