package dev.handrail.simulator.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.api.CallLog;
import dev.handrail.simulator.api.Fault;
import dev.handrail.simulator.api.Faults;
import dev.handrail.simulator.api.WebApi;
import dev.handrail.simulator.interaction.People;
import dev.handrail.simulator.socket.Switchboard;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.wire.Reply;
import dev.handrail.simulator.wire.Request;
import dev.handrail.simulator.workspace.Workspace;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/** The control API: one verb a path, arguments as JSON or in the query, an answer with {@code ok} and, if not, {@code error}. */
public final class ControlApi {
    private final Workspace workspace;
    private final WebApi webApi;
    private final People people;
    private final Faults faults;
    private final CallLog log;
    private final Switchboard switchboard;
    private final StateReport state;
    private final SampleAlerts alerts;

    public ControlApi(Workspace workspace, WebApi webApi, People people, Levers levers) {
        this.workspace = workspace;
        this.webApi = webApi;
        this.people = people;
        faults = levers.faults();
        log = levers.log();
        switchboard = levers.switchboard();
        state = new StateReport(workspace, levers.clock());
        alerts = new SampleAlerts(workspace, levers.alerts(), levers.clock());
    }

    /** What the control API reaches into. */
    public record Levers(
            Faults faults, CallLog log, InstantSource clock, Switchboard switchboard, Optional<AlertTarget> alerts) {}

    public Reply handle(String verb, Request request) {
        try {
            return Reply.json(answer(verb, Arguments.of(request)));
        } catch (Refusal refusal) {
            var answer = no(refusal.error());
            refusal.details().forEach(answer.putArray("details")::add);
            return Reply.json(answer);
        } catch (IllegalArgumentException e) {
            return Reply.json(400, no("invalid_arguments").put("detail", e.getMessage()));
        }
    }

    private ObjectNode answer(String verb, Arguments arguments) {
        return switch (verb) {
            case "state" -> state.report(arguments);
            case "log" -> log(arguments);
            case "click" -> people.click(arguments);
            case "home" -> people.home(arguments);
            case "shortcut" -> people.shortcut(arguments);
            case "submit" -> people.submit(arguments);
            case "search" -> people.search(arguments);
            case "close" -> people.close(arguments);
            case "command" -> people.command(arguments);
            case "message" -> people.say(arguments);
            case "fault" -> fault(arguments);
            case "faults" -> faults();
            case "socket" -> switchboard.act(arguments);
            case "sockets" -> switchboard.report();
            case "clear_faults" -> clearFaults();
            case "channel" -> channel(arguments);
            case "samples" -> samples();
            case "fire" -> alerts.fire(arguments);
            case "resolve" -> alerts.resolve(arguments);
            case "reset" -> reset();
            default -> throw new Refusal("unknown_verb");
        };
    }

    private ObjectNode log(Arguments arguments) {
        var answer = ok();
        log.since(arguments.number("since").orElse(0)).forEach(answer.putArray("entries")::add);
        return answer;
    }

    private ObjectNode fault(Arguments arguments) {
        faults.plan(Fault.of(arguments));
        return faults();
    }

    /** Says what is still to go wrong, and what can. */
    private ObjectNode faults() {
        var answer = ok();
        faults.left().forEach(answer.putObject("left")::put);
        Arrays.stream(Fault.Kind.values()).map(Fault.Kind::word).forEach(answer.putArray("kinds")::add);
        return answer;
    }

    private ObjectNode clearFaults() {
        faults.clear();
        return ok();
    }

    /** Archives a channel or brings it back; takes the bot out of it or lets it in. */
    private ObjectNode channel(Arguments arguments) {
        var channel = workspace
                .channels()
                .named(arguments.text("channel").orElse(""))
                .orElseThrow(() -> new Refusal("channel_not_found"));
        workspace.channels().change(channel, found -> {
            var archived = arguments.text("archived").map(Boolean::parseBoolean).orElse(found.archived());
            var joined = arguments.text("joined").map(Boolean::parseBoolean).orElse(found.joined());
            return found.withArchived(archived).withJoined(joined);
        });
        return ok();
    }

    private ObjectNode samples() {
        var answer = ok();
        answer.set("samples", alerts.menu());
        return answer;
    }

    private ObjectNode reset() {
        workspace.reset();
        webApi.reset();
        faults.clear();
        log.clear();
        return ok();
    }

    private static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }

    private static ObjectNode no(String error) {
        return JsonNodeFactory.instance.objectNode().put("ok", false).put("error", error);
    }
}
