package dev.handrail.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Person;
import dev.handrail.simulator.workspace.UserGroup;
import dev.handrail.simulator.workspace.Workspace;
import java.util.Map;
import java.util.function.Function;

/** The methods about who there is: {@code auth}, {@code users} and {@code usergroups}. */
final class DirectoryMethods {
    static final String URL = "https://local.slack.invalid/";

    private final Workspace workspace;

    DirectoryMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    Map<String, Function<Arguments, ObjectNode>> all() {
        return Map.of(
                "auth.test",
                _ -> auth(),
                "users.info",
                this::user,
                "users.list",
                _ -> users(),
                "usergroups.list",
                this::groups);
    }

    private static ObjectNode auth() {
        return Answers.ok()
                .put("url", URL)
                .put("team", "Local Slack")
                .put("team_id", Workspace.TEAM)
                .put("user", "handrail")
                .put("user_id", Workspace.BOT_USER)
                .put("bot_id", Workspace.BOT)
                .put("is_enterprise_install", false);
    }

    private ObjectNode user(Arguments arguments) {
        var person = workspace
                .person(ChatMethods.required(arguments, "user", "user_not_found"))
                .orElseThrow(() -> new Refusal("user_not_found"));
        var answer = Answers.ok();
        answer.set("user", shape(person));
        return answer;
    }

    private ObjectNode users() {
        var answer = Answers.ok();
        var members = answer.putArray("members");
        workspace.people().forEach(person -> members.add(shape(person)));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode groups(Arguments arguments) {
        var answer = Answers.ok();
        var groups = answer.putArray("usergroups");
        workspace.groups().forEach(group -> groups.add(shape(group, arguments.flag("include_users"))));
        return answer;
    }

    private static ObjectNode shape(Person person) {
        var shape = Answers.object()
                .put("id", person.id())
                .put("team_id", Workspace.TEAM)
                .put("name", person.name())
                .put("real_name", person.realName())
                .put("deleted", false)
                .put("is_bot", person.bot())
                .put("is_restricted", person.guest())
                .put("is_ultra_restricted", false)
                .put("tz", "Europe/Lisbon");
        shape.putObject("profile")
                .put("real_name", person.realName())
                .put("display_name", person.name())
                .put("title", person.title())
                .put("email", person.name() + "@example.com");
        return shape;
    }

    private static ObjectNode shape(UserGroup group, boolean withUsers) {
        var shape = Answers.object()
                .put("id", group.id())
                .put("team_id", Workspace.TEAM)
                .put("handle", group.handle())
                .put("name", group.name())
                .put("date_delete", 0)
                .put("user_count", group.members().size());
        if (withUsers) {
            var users = shape.putArray("users");
            group.members().forEach(users::add);
        }
        return shape;
    }
}
