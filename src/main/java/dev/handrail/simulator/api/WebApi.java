package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.wire.Reply;
import dev.handrail.simulator.wire.Request;
import dev.handrail.simulator.workspace.Channel;
import dev.handrail.simulator.workspace.Workspace;
import dev.handrail.slack.Manifest;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The Web API: who calls is checked first, then how often, then what for. Like Slack it says no with HTTP 200. */
public final class WebApi {
    private static final String SOCKETS = "apps.connections.open";
    private static final String SCOPES = StreamSupport.stream(
                    Json.tree(Manifest.overSockets())
                            .at("/oauth_config/scopes/bot")
                            .spliterator(),
                    false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(","));

    private final Map<String, Function<Arguments, ObjectNode>> methods = new TreeMap<>();
    private final Tokens tokens;
    private final RateLimits limits;
    private final Faults faults;
    private final CallLog log;

    /**
     * What the Web API shares with the rest of the local Slack.
     *
     * @param sockets where the next socket may be opened
     */
    public record Surroundings(Faults faults, CallLog log, InstantSource clock, Supplier<URI> sockets) {}

    /** Who the bot is, and the app. A method takes one of them, and refuses the other. */
    public record Tokens(String bot, Optional<String> app) {
        private void check(String bearer, boolean isOfApp) {
            var own = isOfApp ? app : Optional.of(bot);
            if (own.filter(bearer::equals).isEmpty()) {
                var isTheOther =
                        bearer.equals(bot) || app.filter(bearer::equals).isPresent();
                throw new Refusal(isTheOther ? "not_allowed_token_type" : "invalid_auth");
            }
        }
    }

    public WebApi(Workspace workspace, Tokens tokens, Budgets budgets, Surroundings surroundings) {
        this.tokens = tokens;
        this.faults = surroundings.faults();
        this.log = surroundings.log();
        limits = new RateLimits(
                budgets,
                surroundings.clock(),
                name -> workspace.channels().named(name).map(Channel::id));
        methods.putAll(new ChatMethods(workspace).all());
        methods.putAll(new ViewMethods(workspace).all());
        methods.putAll(new ConversationMethods(workspace).all());
        methods.putAll(new HistoryMethods(workspace).all());
        methods.putAll(new DirectoryMethods(workspace).all());
        methods.put(
                SOCKETS,
                _ -> Answers.ok().put("url", surroundings.sockets().get().toString()));
    }

    /** Answers one call, or lets it fail as planned. */
    public Reply handle(String method, Request request) {
        var started = System.nanoTime();
        var reply = faults.around(method, () -> answer(method, request));
        log.add(entry(method, request, reply).put("millis", (System.nanoTime() - started) / 1_000_000));
        return reply;
    }

    public void reset() {
        limits.reset();
    }

    private Reply answer(String method, Request request) {
        try {
            authenticate(method, request);
            var arguments = Arguments.of(request);
            var wait = limits.take(method, arguments);
            return wait.isPresent() ? Answers.rateLimited(wait.get()) : granted(Reply.json(call(method, arguments)));
        } catch (Refusal refusal) {
            return Answers.refused(refusal);
        } catch (IllegalArgumentException e) {
            return Answers.refused(new Refusal("invalid_json", List.of(String.valueOf(e.getMessage()))));
        }
    }

    /** Says with every answer what the token may do: all that the manifest asks for. */
    private static Reply granted(Reply.Answer answer) {
        return new Reply.Answer(answer.status(), answer.contentType(), Map.of("X-OAuth-Scopes", SCOPES), answer.body());
    }

    private void authenticate(String method, Request request) {
        var bearer = request.header("authorization").orElseThrow(() -> new Refusal("not_authed"));
        if (!bearer.startsWith("Bearer ")) {
            throw new Refusal("invalid_auth");
        }
        tokens.check(bearer.substring("Bearer ".length()), method.equals(SOCKETS));
    }

    private ObjectNode call(String method, Arguments arguments) {
        var found = methods.get(method);
        if (found == null) {
            throw new Refusal("unknown_method");
        }
        return found.apply(arguments);
    }

    private static ObjectNode entry(String method, Request request, Reply reply) {
        var entry = Answers.object().put("kind", "call").put("method", method);
        entry.set("arguments", readable(request));
        switch (reply) {
            case Reply.Answer answer -> {
                entry.put("status", answer.status());
                entry.set("answer", answer.body().isEmpty() ? Answers.object() : Json.tree(answer.body()));
            }
            case Reply.Cut _ -> entry.put("status", 0);
        }
        return entry;
    }

    private static ObjectNode readable(Request request) {
        try {
            return Arguments.of(request).values();
        } catch (IllegalArgumentException e) {
            return Answers.object().put("unreadable", request.body());
        }
    }
}
