package dev.handrail.web.api;

import dev.handrail.platform.HmacSha256;
import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub or GitLab proves with that a call of the runbooks' webhook is theirs. Without one, no such call is believed.
 *
 * @see <a href="https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries">GitHub: validating deliveries</a>
 * @see <a href="https://docs.gitlab.com/user/project/integrations/webhooks/">GitLab: webhooks, secret token</a>
 */
@Singleton
public final class WebhookSecret {
    private static final String SETTING = "handrail.runbooks-webhook-secret";
    private static final int SHORTEST = 16;

    private final Optional<byte[]> secret;

    WebhookSecret(Environment environment) {
        var reader = SettingsReader.of(environment);
        secret = read(reader).map(text -> text.getBytes(StandardCharsets.UTF_8));
        reader.check();
    }

    /** Reads the setting; what is wrong is in {@code settings} then. */
    public static Optional<String> read(SettingsReader settings) {
        return settings.secret(SETTING, SHORTEST);
    }

    /** Says whether a request is signed as GitHub does, or carries the secret as GitLab does. Takes as long either way. */
    boolean signed(HttpHeaders headers, byte[] body) {
        return secret.filter(key -> isEqual(headers.get("X-Hub-Signature-256"), "sha256=" + HmacSha256.hex(key, body))
                        || isEqual(headers.get("X-Gitlab-Token"), new String(key, StandardCharsets.UTF_8)))
                .isPresent();
    }

    private static boolean isEqual(@Nullable String given, String wanted) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
