package dev.handrail.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackSettingsTest {
    private static final Map<String, String> GOOD =
            Map.of("slack.bot.token", "xoxb-very-secret", "slack.signing.secret", "signing-very-secret");

    @Test
    void givenTokenAndSecret_whenRead_thenTheRestHasDefaults() {
        var settings = good(Map.of());

        assertThat(settings.apiUrl()).hasToString("https://slack.com/api/");
        assertThat(settings.publicUrl()).hasToString("http://localhost:8080");
        assertThat(settings.budgets()).isEqualTo(SlackSettings.Budgets.OF_SLACK);
        assertThat(settings.previousSigningSecret()).isEmpty();
        assertThat(settings.toString()).doesNotContain("very-secret");
    }

    @Test
    void givenSecretsInFiles_whenRead_thenTheyAreTakenWithoutTheLastLineBreak(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("previous"), "the-one-before\n");
        var settings = good(Map.of("slack.signing.secret.previous-file", file.toString()));

        assertThat(settings.previousSigningSecret()).contains(new Secret("the-one-before"));
    }

    @Test
    void givenAnAppToken_whenReadWithoutASigningSecret_thenEverythingComesOverSockets() {
        var reader = reader(Map.of("slack.bot.token", "xoxb-very-secret", "slack.app.token", "xapp-very-secret"));
        var settings = SlackSettings.read(reader);

        assertThat(reader.problems()).isEmpty();
        assertThat(settings.signingSecret()).isEmpty();
        assertThat(settings.sockets().orElseThrow().silence()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.toString()).doesNotContain("very-secret");
    }

    @Test
    void givenTokensInOneAnothersPlace_whenRead_thenItIsSaidWhatWasFound() {
        var problems = problems(Map.of("slack.bot.token", "xapp-very-secret", "slack.app.token", "xoxp-very-secret"));

        assertThat(problems)
                .extracting(SettingProblem::found)
                .containsExactlyInAnyOrder("an app-level token, xapp-...", "a user token, xoxp-...");
    }

    @Test
    void givenNothing_whenRead_thenEverythingThatIsMissingIsSaid() {
        assertThat(problems(Map.of()))
                .extracting(SettingProblem::variable)
                .containsExactlyInAnyOrder("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN");
        assertThat(problems(Map.of()).toString()).contains("SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN_FILE");
    }

    @Test
    void givenManyMistakes_whenRead_thenAllAreSaidAtOnceAndNoSecretIsShown() {
        var problems = problems(with(Map.of(
                "slack.app.token", "xoxb-very-secret",
                "slack.api.url", "slack.com",
                "handrail.url", "ht tp://x",
                "slack.budget.edits", "many")));

        assertThat(problems)
                .extracting(SettingProblem::variable)
                .containsExactlyInAnyOrder("SLACK_APP_TOKEN", "SLACK_API_URL", "HANDRAIL_URL", "SLACK_BUDGET_EDITS");
        assertThat(problems.toString())
                .contains("a bot token, xoxb-...", "one that begins with xapp-")
                .doesNotContain("very-secret");
    }

    private static Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(GOOD);
        all.putAll(more);
        return all;
    }

    private static SlackSettings good(Map<String, String> more) {
        var reader = reader(with(more));
        var settings = SlackSettings.read(reader);
        assertThat(reader.problems()).isEmpty();
        return settings;
    }

    private static List<SettingProblem> problems(Map<String, String> all) {
        var reader = reader(all);
        SlackSettings.read(reader);
        return reader.problems();
    }

    private static SettingsReader reader(Map<String, String> all) {
        return new SettingsReader(name -> Optional.ofNullable(all.get(name)));
    }
}
