package dev.handrail.simulator.interaction;

import dev.handrail.platform.HmacSha256;
import java.nio.charset.StandardCharsets;

/**
 * Slack's signature over what it sends.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack: verifying requests</a>
 */
final class Signature {
    private Signature() {}

    /** Returns the value of {@code X-Slack-Signature}. The timestamp is in whole seconds. */
    static String of(String secret, long timestamp, String body) {
        var signed = "v0:" + timestamp + ":" + body;
        return "v0=" + HmacSha256.hex(secret.getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8));
    }
}
