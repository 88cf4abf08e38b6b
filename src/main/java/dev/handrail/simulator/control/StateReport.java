package dev.handrail.simulator.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.ViewMethods;
import dev.handrail.simulator.block.Mentions;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.workspace.Message;
import dev.handrail.simulator.workspace.OpenView;
import dev.handrail.simulator.workspace.Workspace;
import dev.handrail.slack.Manifest;
import java.time.InstantSource;

/** The whole workspace as JSON, or what changed in it since a revision. */
final class StateReport {
    private final Workspace workspace;
    private final InstantSource clock;

    StateReport(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Reports on {@code user}'s view of the workspace, or on all of it. Nothing new since {@code since} is a short answer. */
    ObjectNode report(Arguments arguments) {
        var epoch = workspace.epoch();
        var revision = workspace.revision();
        var report = JsonNodeFactory.instance
                .objectNode()
                .put("ok", true)
                .put("epoch", epoch)
                .put("revision", revision);
        var known = arguments.text("epoch").map(epoch::equals).orElse(true);
        var since = known ? arguments.text("since").map(Long::parseLong).orElse(0L) : 0L;
        if (since == revision) {
            return report.put("unchanged", true);
        }
        report.put("unchanged", false)
                .put("partial", since > 0)
                .put("now", clock.instant().toString());
        directory(report);
        messages(report, since, arguments);
        views(report, arguments);
        workspace.alerts().forEach(report.putArray("alerts")::add);
        return report;
    }

    private void directory(ObjectNode report) {
        report.set("people", Json.tree(Json.write(workspace.people())));
        report.set("groups", Json.tree(Json.write(workspace.groups())));
        report.set("commands", Json.tree(Manifest.overSockets()).at("/features/slash_commands"));
        report.set("channels", Json.tree(Json.write(workspace.channels().all())));
    }

    private void messages(ObjectNode report, long since, Arguments arguments) {
        var messages = report.putArray("messages");
        workspace.messages().since(since).stream()
                .filter(message -> mayRead(message, arguments))
                .forEach(message -> messages.add(shape(message)));
    }

    private static boolean mayRead(Message message, Arguments arguments) {
        var user = arguments.text("user");
        return user.isEmpty()
                || message.onlyFor().isEmpty()
                || message.onlyFor().equals(user);
    }

    private static ObjectNode shape(Message message) {
        var shape = JsonNodeFactory.instance
                .objectNode()
                .put("channel", message.channel())
                .put("ts", message.ts())
                .put("deleted", message.deleted())
                .put("revision", message.revision());
        message.onlyFor().ifPresent(user -> shape.put("only_for", user));
        shape.set("message", message.body());
        shape.set("mentions", Json.tree(Json.write(Mentions.of(message.body()))));
        return shape;
    }

    private void views(ObjectNode report, Arguments arguments) {
        var views = report.putArray("views");
        workspace.views().all().stream()
                .filter(view -> arguments.text("user").map(view.user()::equals).orElse(true))
                .forEach(view -> views.add(shape(view)));
    }

    private static ObjectNode shape(OpenView view) {
        var shape = JsonNodeFactory.instance.objectNode().put("user", view.user());
        shape.set("view", ViewMethods.shape(view));
        return shape;
    }
}
