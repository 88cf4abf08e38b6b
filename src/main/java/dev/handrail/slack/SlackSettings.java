package dev.handrail.slack;

import dev.handrail.platform.settings.SettingsReader;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How Handrail reaches Slack and is reached.
 *
 * @param botToken {@code xoxb-...}
 * @param signingSecret what Slack signs with
 * @param previousSigningSecret what it signed with until a moment ago, while the secret is being changed
 * @param apiUrl what every method's address begins with; ends with a slash
 * @param publicUrl where people reach Handrail's own pages
 */
public record SlackSettings(
        Secret botToken,
        Secret signingSecret,
        Optional<Secret> previousSigningSecret,
        URI apiUrl,
        URI publicUrl,
        Budgets budgets) {
    private static final int SHORTEST_SECRET = 8;

    /** Stands in for a secret that is missing or wrong: what is read counts only while there are no problems. */
    private static final Secret UNREAD = new Secret("unread");

    /**
     * How much is sent at most.
     *
     * @param editsPerMinute calls of {@code chat.update} in any minute, in the whole workspace
     * @param postBurst calls of {@code chat.postMessage} in one channel in any {@code postBurst} seconds
     * @param cardDelay how long changes of a root card are gathered into one edit
     */
    public record Budgets(int editsPerMinute, int postBurst, Duration cardDelay) {
        /** What Slack allows. */
        public static final Budgets OF_SLACK = new Budgets(50, 10, Duration.ofSeconds(1));
    }

    /** Reads all of them; what is wrong is in {@code settings} then. */
    public static SlackSettings read(SettingsReader settings) {
        if (settings.text("slack.app.token").isPresent()) {
            settings.report(
                    "slack.app.token",
                    "a token for Socket Mode",
                    "nothing: Socket Mode comes later; Handrail receives over HTTP now: unset SLACK_APP_TOKEN and set"
                            + " SLACK_SIGNING_SECRET");
        }
        return new SlackSettings(
                required(settings, "slack.bot.token", "the bot token of the Slack app, xoxb-..."),
                required(settings, "slack.signing.secret", "the signing secret of the Slack app"),
                settings.secret("slack.signing.secret.previous", SHORTEST_SECRET)
                        .map(Secret::new),
                api(settings),
                settings.url("handrail.url").orElse(URI.create("http://localhost:8080")),
                budgets(settings));
    }

    private static Secret required(SettingsReader settings, String name, String what) {
        var before = settings.problems().size();
        var secret = settings.secret(name, SHORTEST_SECRET);
        if (secret.isEmpty() && settings.problems().size() == before) {
            settings.report(
                    name,
                    "nothing",
                    what + ", here or in the file that " + SettingsReader.variable(name) + "_FILE names");
        }
        return secret.map(Secret::new).orElse(UNREAD);
    }

    private static URI api(SettingsReader settings) {
        var url = settings.url("slack.api.url").orElse(URI.create("https://slack.com/api"));
        return URI.create(url + "/");
    }

    private static Budgets budgets(SettingsReader settings) {
        var slack = Budgets.OF_SLACK;
        return new Budgets(
                settings.integer("slack.budget.edits", slack.editsPerMinute(), 1),
                settings.integer("slack.budget.posts", slack.postBurst(), 1),
                Duration.ofMillis(settings.integer(
                        "slack.card.delay.millis", (int) slack.cardDelay().toMillis(), 0)));
    }
}
