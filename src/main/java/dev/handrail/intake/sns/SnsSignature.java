package dev.handrail.intake.sns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.intake.proof.Call;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.proof.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signature in the body of each SNS message, version 1 (SHA-1) and 2 (SHA-256).
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">SNS: verifying signatures</a>
 */
final class SnsSignature implements Proof {
    private static final Duration OLDEST = Duration.ofHours(1);
    private static final List<String> OF_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final Certificates certificates;
    private final Set<String> topics;

    private static final Set<String> TYPES =
            Set.of("Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation");

    /** What is signed is joined by line ends: a line end within would let a signature of other fields fit. */
    private static final List<String> REQUIRED = List.of("MessageId", "Timestamp", "TopicArn", "Type");

    /** @param topics the ARNs that may send; all if there is none: whoever has an AWS account has a topic */
    SnsSignature(Certificates certificates, Set<String> topics) {
        this.certificates = certificates;
        this.topics = topics;
    }

    @Override
    public Verdict check(Call call) {
        var message = call.jsonIfAny().filter(JsonNode::isObject);
        return message.map(body -> verdict(body, call.at()))
                .orElseGet(() -> new Verdict.Refused("the body is no SNS message"));
    }

    @Override
    public String wanted() {
        return "a message that Amazon SNS has signed" + (topics.isEmpty() ? "" : ", of a topic that is listed");
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    private Verdict verdict(JsonNode message, Instant now) {
        if (!TYPES.contains(text(message, "Type")) || REQUIRED.stream().anyMatch(field -> !isOneLine(message, field))) {
            return new Verdict.Refused("MessageId, Timestamp, TopicArn or Type is missing, or is not what SNS sends");
        }
        if (!topics.isEmpty() && !topics.contains(text(message, "TopicArn"))) {
            return new Verdict.Refused("the message is of a topic that is not listed under 'topics'");
        }
        var age = age(text(message, "Timestamp"), now);
        if (age.isEmpty() || age.get().abs().compareTo(OLDEST) > 0) {
            return new Verdict.Refused("the message's Timestamp is more than an hour from our clock, or there is none");
        }
        return SnsAddress.certificate(text(message, "SigningCertURL"))
                .map(address -> verdict(message, address, now))
                .orElseGet(() -> new Verdict.Refused("SigningCertURL is not at https://sns.REGION.amazonaws.com"));
    }

    /** SNS gives up at once on an answer of 4xx, so a certificate that cannot be fetched now must not be one. */
    private Verdict verdict(JsonNode message, SnsAddress address, Instant now) {
        try {
            var algorithm = text(message, "SignatureVersion").equals("2") ? "SHA256withRSA" : "SHA1withRSA";
            var signature = Signature.getInstance(algorithm);
            signature.initVerify(certificates.at(address, now).getPublicKey());
            signature.update(signed(message).getBytes(StandardCharsets.UTF_8));
            var right = signature.verify(Base64.getDecoder().decode(text(message, "Signature")));
            return Verdict.of(right, "Signature does not fit the message");
        } catch (IOException e) {
            return new Verdict.Later("the certificate at %s cannot be fetched: %s"
                    .formatted(address.uri().getHost(), e.getMessage()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Verdict.Refused("Signature cannot be checked: " + e.getMessage());
        }
    }

    private static String signed(JsonNode message) {
        var fields = text(message, "Type").equals("Notification") ? OF_NOTIFICATION : OF_CONFIRMATION;
        var signed = new StringBuilder();
        fields.stream()
                .filter(message::hasNonNull)
                .forEach(field -> signed.append(field)
                        .append('\n')
                        .append(text(message, field))
                        .append('\n'));
        return signed.toString();
    }

    private static boolean isOneLine(JsonNode message, String field) {
        var value = text(message, field);
        return !value.isEmpty() && value.indexOf('\n') < 0;
    }

    private static Optional<Duration> age(String timestamp, Instant now) {
        try {
            return Optional.of(Duration.between(Instant.parse(timestamp), now));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode message, String field) {
        return message.path(field).asText("");
    }
}
