package dev.handrail.slack;

import dev.handrail.platform.settings.PublicUrl;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.slack.words.OwnWords;
import dev.handrail.slack.words.Wording;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How Handrail reaches Slack and is reached: over sockets that it opens itself where there is an app-level token, over HTTP where
 * there is a signing secret; over both while an app is changed from one to the other.
 *
 * @param botToken {@code xoxb-...}
 * @param sockets how things come over sockets; empty if they do not
 * @param signingSecret what Slack signs with; empty if nothing comes over HTTP
 * @param previousSigningSecret what it signed with until a moment ago, while the secret is being changed
 * @param apiUrl what every method's address begins with; ends with a slash
 * @param publicUrl where people reach Handrail's own pages
 * @param words what is said there
 */
public record SlackSettings(
        Secret botToken,
        Optional<Sockets> sockets,
        Optional<Secret> signingSecret,
        Optional<Secret> previousSigningSecret,
        URI apiUrl,
        URI publicUrl,
        Budgets budgets,
        Wording words) {
    private static final int SHORTEST_SECRET = 8;
    private static final String BOT_TOKEN = "slack.bot.token";
    private static final String APP_TOKEN = "slack.app.token";
    private static final String SIGNING_SECRET = "slack.signing.secret";

    /** Stands in for a secret that is missing or wrong: what is read counts only while there are no problems. */
    private static final Secret UNREAD = new Secret("unread");

    /**
     * Socket Mode.
     *
     * @param appToken {@code xapp-...}
     * @param silence a socket on which nothing is heard for so long is replaced
     */
    public record Sockets(Secret appToken, Duration silence) {}

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
        var before = settings.problems().size();
        var sockets = token(settings, APP_TOKEN, "xapp-")
                .map(token -> new Sockets(token, settings.duration("slack.socket.silence", Duration.ofSeconds(30))));
        var signing = secret(settings, SIGNING_SECRET);
        if (sockets.isEmpty() && signing.isEmpty() && settings.problems().size() == before) {
            missing(
                    settings,
                    APP_TOKEN,
                    "the app-level token of the Slack app, xapp-..., for Socket Mode; or its signing secret in"
                            + " SLACK_SIGNING_SECRET, where Slack is to send over HTTP;");
        }
        return new SlackSettings(
                botToken(settings),
                sockets,
                signing,
                secret(settings, "slack.signing.secret.previous"),
                api(settings),
                PublicUrl.read(settings),
                budgets(settings),
                OwnWords.read(settings));
    }

    private static Secret botToken(SettingsReader settings) {
        var before = settings.problems().size();
        var token = token(settings, BOT_TOKEN, "xoxb-");
        if (token.isEmpty() && settings.problems().size() == before) {
            missing(settings, BOT_TOKEN, "the bot token of the Slack app, xoxb-...,");
        }
        return token.orElse(UNREAD);
    }

    /** Slack's tokens are easily taken for one another, and say by their beginning what they are. */
    private static Optional<Secret> token(SettingsReader settings, String name, String beginning) {
        var token = secret(settings, name);
        token.filter(found -> !found.value().startsWith(beginning))
                .ifPresent(found -> settings.report(
                        name,
                        kind(found.value()),
                        "one that begins with %s (%s)"
                                .formatted(
                                        beginning,
                                        name.equals(APP_TOKEN)
                                                ? "Basic Information, App-Level Tokens, with the scope connections:write"
                                                : "OAuth & Permissions, Bot User OAuth Token")));
        return token;
    }

    private static String kind(String token) {
        return switch (token.substring(0, Math.min(5, token.length()))) {
            case "xoxb-" -> "a bot token, xoxb-...";
            case "xapp-" -> "an app-level token, xapp-...";
            case "xoxp-" -> "a user token, xoxp-...";
            default -> "something else";
        };
    }

    private static Optional<Secret> secret(SettingsReader settings, String name) {
        return settings.secret(name, SHORTEST_SECRET).map(Secret::new);
    }

    private static void missing(SettingsReader settings, String name, String what) {
        settings.report(
                name, "nothing", what + " here or in the file that " + SettingsReader.variable(name) + "_FILE names");
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
