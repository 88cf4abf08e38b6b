package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.block.ViewCheck;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.OpenView;
import dev.handrail.simulator.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The methods of {@code views}. */
public final class ViewMethods {
    private final Workspace workspace;

    ViewMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    Map<String, Function<Arguments, ObjectNode>> all() {
        return Map.of("views.open", this::open, "views.update", this::update, "views.publish", this::publish);
    }

    private ObjectNode open(Arguments arguments) {
        var view = view(arguments);
        var user = workspace.triggers().exchange(ChatMethods.required(arguments, "trigger_id", "invalid_trigger_id"));
        return answer(workspace.views().open(user, view));
    }

    private ObjectNode publish(Arguments arguments) {
        var view =
                Drafts.tree(arguments, "view", "invalid_arguments").orElseThrow(() -> new Refusal("invalid_arguments"));
        var home = accepted(view, ViewCheck.ofHome(view));
        var user = workspace
                .person(ChatMethods.required(arguments, "user_id", "invalid_arguments"))
                .filter(person -> !person.bot())
                .orElseThrow(() -> new Refusal("user_not_found"));
        var before = workspace.views().home(user.id());
        var hash = arguments.text("hash");
        if (hash.isPresent()
                && before.filter(old -> !old.hash().equals(hash.get())).isPresent()) {
            throw new Refusal("hash_conflict");
        }
        return answer(workspace.views().publish(user.id(), home));
    }

    private ObjectNode update(Arguments arguments) {
        var view = view(arguments);
        var old = arguments
                .text("view_id")
                .flatMap(workspace.views()::find)
                .or(() -> arguments.text("external_id").flatMap(workspace.views()::byExternalId))
                .orElseThrow(() -> new Refusal("not_found"));
        if (arguments.text("hash").filter(hash -> !hash.equals(old.hash())).isPresent()) {
            throw new Refusal("hash_conflict");
        }
        return answer(workspace.views().update(old, view));
    }

    private static ObjectNode view(Arguments arguments) {
        var view =
                Drafts.tree(arguments, "view", "invalid_arguments").orElseThrow(() -> new Refusal("invalid_arguments"));
        return checked(view);
    }

    /** Returns a view ready to be opened, or refuses it as Slack does: {@code invalid_arguments} with json-pointers. */
    public static ObjectNode checked(JsonNode view) {
        return accepted(view, ViewCheck.of(view));
    }

    private static ObjectNode accepted(JsonNode view, List<String> problems) {
        if (!problems.isEmpty() || !(view.deepCopy() instanceof ObjectNode object)) {
            throw new Refusal("invalid_arguments", problems);
        }
        if (object.path("blocks") instanceof ArrayNode blocks) {
            Drafts.withIds(blocks);
        }
        return object;
    }

    private static ObjectNode answer(OpenView view) {
        var answer = Answers.ok();
        answer.set("view", shape(view));
        return answer;
    }

    /** Returns a view as Slack shows it to the bot. */
    public static ObjectNode shape(OpenView open) {
        var view = open.view().deepCopy();
        view.put("id", open.id())
                .put("team_id", Workspace.TEAM)
                .put("app_id", Workspace.APP)
                .put("app_installed_team_id", Workspace.TEAM)
                .put("bot_id", Workspace.BOT)
                .put("hash", open.hash())
                .put("root_view_id", open.previous().orElse(open.id()))
                .put("previous_view_id", open.previous().orElse(null));
        for (var text : List.of("private_metadata", "callback_id", "external_id")) {
            view.put(text, view.path(text).asText());
        }
        for (var flag : List.of("clear_on_close", "notify_on_close")) {
            view.put(flag, view.path(flag).asBoolean());
        }
        view.putObject("state").putObject("values");
        return view;
    }
}
