package dev.handrail.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The app's manifest, against what Slack publishes of manifests: a real Slack is asked only when the app is made.
 *
 * @see <a href="https://docs.slack.dev/reference/app-manifest">Slack: app manifest</a>
 */
class ManifestTest {
    /** Each scope with the method or feature that needs it. */
    private static final Set<String> NEEDED = Set.of(
            "app_mentions:read", // the event
            "channels:history", // conversations.history and replies: looking for our own message
            "channels:join",
            "channels:read", // conversations.list
            "chat:write", // chat.*
            "commands", // /handrail
            "groups:history",
            "groups:read",
            "im:history",
            "im:write", // conversations.open
            "usergroups:read",
            "users:read",
            "users:read.email");

    private final JsonNode manifest = Json.tree(Manifest.overSockets());
    private final JsonNode overHttp = Json.tree(Manifest.overHttp(URI.create("https://handrail.example/")));

    @Test
    void givenTheManifest_whenCompared_thenItHasTheScopesThatHandrailNeeds() {
        assertThat(words("/oauth_config/scopes/bot")).containsExactlyInAnyOrderElementsOf(NEEDED);
        assertThat(words("/settings/event_subscriptions/bot_events")).containsExactly("app_home_opened", "app_mention");
    }

    @Test
    void givenTheManifestForSockets_whenRead_thenItNamesNoAddress() {
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.toString()).doesNotContain("https://", "url");
    }

    @Test
    void givenTheManifestForHttp_whenRead_thenEverythingComesToOneAddress() {
        var address = "https://handrail.example/v1/slack";

        assertThat(overHttp.at("/settings/event_subscriptions/request_url").asText())
                .isEqualTo(address);
        assertThat(overHttp.at("/settings/interactivity/request_url").asText()).isEqualTo(address);
        assertThat(overHttp.at("/settings/interactivity/message_menu_options_url")
                        .asText())
                .isEqualTo(address);
        assertThat(overHttp.at("/features/slash_commands/0/url").asText()).isEqualTo(address);
        assertThat(overHttp.at("/settings/socket_mode_enabled").asBoolean(true)).isFalse();
        assertThat(overHttp.at("/oauth_config")).isEqualTo(manifest.at("/oauth_config"));
    }

    @Test
    void givenTheManifest_whenMeasured_thenItKeepsSlacksLimits() {
        assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
        assertThat(manifest.at("/display_information/background_color").asText())
                .matches("#[0-9a-f]{6}");
        assertThat(manifest.at("/features/bot_user/display_name").asText()).matches("[A-Za-z0-9\\-_. ]{1,80}");
        assertThat(manifest.at("/features/slash_commands/0/command").asText()).matches("/[a-z]{1,31}");
        assertThat(manifest.at("/features/slash_commands/0/description").asText())
                .hasSizeBetween(1, 2000);
        assertThat(hint()).hasSizeBetween(1, 1000);
        assertThat(manifest.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("_metadata", "display_information", "features", "oauth_config", "settings");
    }

    @Test
    void givenTheManifest_whenACommandIsTyped_thenItsHintNamesAllThatHandrailUnderstands() {
        assertThat(hint().split(" \\| "))
                .extracting(wish -> wish.split(" ")[0])
                .containsExactly(
                        "list",
                        "show",
                        "start",
                        "search",
                        "who",
                        "page",
                        "drill",
                        "test-page",
                        "handover",
                        "silence",
                        "silences",
                        "end",
                        "help");
    }

    private String hint() {
        return manifest.at("/features/slash_commands/0/usage_hint").asText();
    }

    private List<String> words(String pointer) {
        return StreamSupport.stream(manifest.at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
