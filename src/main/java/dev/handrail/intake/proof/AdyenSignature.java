package dev.handrail.intake.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Adyen's signature of standard webhooks: in the body of each item, over eight of its fields. Adyen's documents escape colons and
 * backslashes in them, and its libraries do not: either is taken.
 *
 * @see <a href="https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures/">Adyen: verify HMAC signatures</a>
 */
public record AdyenSignature(LiveSecrets secrets) implements Proof {
    @Override
    public Verdict check(Call call) {
        var items = call.jsonIfAny().map(AdyenSignature::items).orElse(List.of());
        if (items.isEmpty()) {
            return new Verdict.Refused("there is no NotificationRequestItem, which would hold the signature");
        }
        var unsigned = items.stream().filter(item -> !isSigned(item)).count();
        return Verdict.of(
                unsigned == 0,
                "additionalData.hmacSignature does not fit in %d of %d items".formatted(unsigned, items.size()));
    }

    @Override
    public String wanted() {
        return "additionalData.hmacSignature made with the webhook's HMAC key";
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    private static List<JsonNode> items(JsonNode body) {
        return StreamSupport.stream(body.path("notificationItems").spliterator(), false)
                .map(item -> item.path("NotificationRequestItem"))
                .toList();
    }

    private boolean isSigned(JsonNode item) {
        var shown = item.path("additionalData").path("hmacSignature").asText("");
        return Hmac.Encoding.BASE64
                .decode(shown)
                .filter(bytes -> isOf(bytes, item, false) || isOf(bytes, item, true))
                .isPresent();
    }

    private boolean isOf(byte[] shown, JsonNode item, boolean escaped) {
        var amount = item.path("amount");
        var text = List.of(
                        item.path("pspReference"),
                        item.path("originalReference"),
                        item.path("merchantAccountCode"),
                        item.path("merchantReference"),
                        amount.path("value"),
                        amount.path("currency"),
                        item.path("eventCode"),
                        item.path("success"))
                .stream()
                .map(field -> field.asText(""))
                .map(field -> escaped ? field.replace("\\", "\\\\").replace(":", "\\:") : field)
                .collect(Collectors.joining(":"));
        var signed = text.getBytes(StandardCharsets.UTF_8);
        return secrets.hold(shown, secret -> Hmac.sha256(secret, signed));
    }
}
