package dev.handrail.slack.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says who is from elsewhere: of none of the workspaces that Handrail was installed in, and here because a channel is shared with theirs. Where nothing
 * says of which one they are, the channel is shared with nobody.
 *
 * @see <a href="https://docs.slack.dev/apis/slack-connect">Slack Connect</a>
 */
public final class Elsewhere {
    private Elsewhere() {}

    public static boolean wrote(JsonNode envelope) {
        var event = envelope.path("event");
        var author = event.has("user_team") || event.has("source_team")
                ? List.of(
                        event.path("user_team").asText(),
                        event.path("source_team").asText())
                : List.of(event.path("team").asText());
        var ours = envelope.path("authorizations").path(0);
        return isOfAnother(
                author,
                List.of(
                        ours.path("team_id").asText(),
                        ours.path("enterprise_id").asText()));
    }

    /** A modal names the workspace that Handrail is in; {@code team} may be the one that it was opened from. */
    public static boolean pressed(JsonNode payload) {
        var installed = payload.at("/view/app_installed_team_id").asText();
        var team = payload.at("/team/id").asText();
        var organisation = payload.at("/team/enterprise_id").asText();
        var installedElsewhere = Stream.of(installed, team).noneMatch(String::isEmpty)
                && !List.of(team, organisation).contains(installed);
        var home = installedElsewhere
                ? List.of(installed)
                : List.of(
                        installed,
                        team,
                        organisation,
                        payload.at("/enterprise/id").asText());
        return isOfAnother(List.of(payload.at("/user/team_id").asText()), home);
    }

    private static boolean isOfAnother(List<String> author, List<String> home) {
        return !String.join("", home).isEmpty()
                && !String.join("", author).isEmpty()
                && author.stream().noneMatch(team -> !team.isEmpty() && home.contains(team));
    }
}
