package dev.handrail.cli.doctor;

import dev.handrail.cli.doctor.SlackCalls.Answer;
import dev.handrail.platform.Json;
import dev.handrail.slack.Manifest;
import dev.handrail.slack.SlackSettings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Whether Slack lets Handrail in, and lets it do what it does. */
final class SlackChecks {
    /** Slack's signatures are good for five minutes. */
    private static final Duration SKEW = Duration.ofMinutes(4);

    private static final Duration NOTICEABLE = Duration.ofSeconds(30);
    private static final String REINSTALL =
            "print the manifest with 'handrail slack-manifest', put it into the app's settings, and reinstall the app";

    private final SlackSettings settings;
    private final SlackCalls slack;

    SlackChecks(SlackSettings settings, SlackCalls slack) {
        this.settings = settings;
        this.slack = slack;
    }

    /** Returns what was found; one that fails where nothing else needs to be asked. */
    List<Finding> all() {
        var auth = slack.ask(settings.botToken(), "auth.test", Map.of());
        if (!auth.isOk()) {
            return List.of(Finding.fail("token", "Slack says: " + auth.error(), advice(auth.error())));
        }
        var found = new ArrayList<Finding>();
        found.add(Finding.ok(
                "token",
                "%s in workspace %s"
                        .formatted(
                                auth.body().path("user").asText(),
                                auth.body().path("team").asText())));
        found.add(scopes(auth));
        found.add(clock(auth));
        found.add(way());
        return found;
    }

    private static String advice(String error) {
        return switch (error) {
            case "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive" ->
                "copy the Bot User OAuth Token of the installed app, under OAuth & Permissions, to SLACK_BOT_TOKEN";
            case "not_allowed_token_type" -> "SLACK_BOT_TOKEN wants the bot token, xoxb-..., not another one";
            default -> "look whether Slack can be reached from here, and what SLACK_API_URL is set to";
        };
    }

    private static Finding scopes(Answer auth) {
        var wanted = StreamSupport.stream(
                        Json.tree(Manifest.overSockets())
                                .at("/oauth_config/scopes/bot")
                                .spliterator(),
                        false)
                .map(scope -> scope.asText())
                .collect(Collectors.toCollection(TreeSet::new));
        var header = auth.header("x-oauth-scopes");
        if (header.isEmpty()) {
            return Finding.warn("scopes", "Slack does not say which the token has", REINSTALL);
        }
        var missing = new TreeSet<>(wanted);
        missing.removeAll(Set.of(header.get().split("\\s*,\\s*")));
        return missing.isEmpty()
                ? Finding.ok("scopes", "all %d that Handrail uses".formatted(wanted.size()))
                : Finding.fail("scopes", "missing: " + String.join(", ", missing), REINSTALL);
    }

    private static Finding clock(Answer auth) {
        var there = auth.header("date").flatMap(SlackChecks::time);
        if (there.isEmpty()) {
            return Finding.warn("clock", "Slack's answer has no date to compare with", "");
        }
        var off = Duration.between(there.get(), auth.askedAt()).abs();
        var says = "%d s from Slack's".formatted(off.toSeconds());
        if (off.compareTo(SKEW) > 0) {
            return Finding.fail("clock", says, "set the clock (NTP): past 5 minutes every click is refused");
        }
        return off.compareTo(NOTICEABLE) > 0
                ? Finding.warn("clock", says, "set the clock (NTP): the times that people read are wrong")
                : Finding.ok("clock", says);
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** How clicks come in. Slack is asked for an address of a socket, which is not opened. */
    private Finding way() {
        if (settings.sockets().isEmpty()) {
            return Finding.ok(
                    "clicks", "come over HTTP, signed; Slack must reach " + settings.publicUrl() + "/v1/slack");
        }
        var opened = slack.ask(settings.sockets().get().appToken(), "apps.connections.open", Map.of());
        return opened.isOk()
                ? Finding.ok("clicks", "come over sockets, and Slack opens one")
                : Finding.fail(
                        "clicks",
                        "Slack opens no socket: " + opened.error(),
                        "turn Socket Mode on in the app's settings, and make an app-level token with connections:write for"
                                + " SLACK_APP_TOKEN");
    }

    /** Posts one message, so that people can see that it arrives. */
    Finding send(String channel) {
        var text =
                "🧪 Handrail's doctor was asked to write here. Alerts of this channel's flows come here. Nothing is wrong.";
        var sent = slack.ask(settings.botToken(), "chat.postMessage", Map.of("channel", channel, "text", text));
        return sent.isOk()
                ? Finding.ok("message", "is in " + channel)
                : Finding.fail(
                        "message",
                        "Slack refused it in %s: %s".formatted(channel, sent.error()),
                        "invite Handrail to the channel: /invite @Handrail");
    }
}
