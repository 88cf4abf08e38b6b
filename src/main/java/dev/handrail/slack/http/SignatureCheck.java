package dev.handrail.slack.http;

import dev.handrail.platform.HmacSha256;
import dev.handrail.slack.Secret;
import dev.handrail.slack.SlackSettings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a request is Slack's: signed over its raw bytes with our secret, or the one before while it is being changed, and at
 * most five minutes old or ahead.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack: verifying requests</a>
 */
@Singleton
@Requires(bean = SlackSettings.class)
final class SignatureCheck {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final List<Secret> secrets;
    private final InstantSource clock;

    SignatureCheck(SlackSettings settings, InstantSource clock) {
        this.secrets = Stream.concat(settings.signingSecret().stream(), settings.previousSigningSecret().stream())
                .toList();
        this.clock = clock;
    }

    /** Says whether there is no secret to check with, because nothing is to come over HTTP. */
    boolean isOff() {
        return secrets.isEmpty();
    }

    /**
     * @param timestamp the header {@code X-Slack-Request-Timestamp}: seconds since 1970
     * @param signature the header {@code X-Slack-Signature}: {@code v0=} and 64 hexadecimal digits
     */
    boolean isGenuine(Optional<String> timestamp, Optional<String> signature, byte[] body) {
        return timestamp.filter(this::isRecent).isPresent()
                && signature.isPresent()
                && secrets.stream().anyMatch(secret -> isEqual(signature.get(), signed(secret, timestamp.get(), body)));
    }

    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(SKEW) <= 0;
    }

    /** Takes as long whatever the difference is. */
    private static boolean isEqual(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(Secret secret, String timestamp, byte[] body) {
        return "v0=" + HmacSha256.hex(secret.bytes(), ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8), body);
    }
}
