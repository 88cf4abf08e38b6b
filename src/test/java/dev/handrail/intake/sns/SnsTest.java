package dev.handrail.intake.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.intake.proof.Call;
import dev.handrail.intake.proof.Calls;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.proof.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsTest {
    private static final SnsSigner AMAZON = SnsSigner.named("sns.amazonaws.com");
    private static final SnsSigner SOMEBODY = SnsSigner.named("mallory.example");
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:alarms";
    private static final String CONFIRM =
            "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=x&Token=abc";

    private final List<URI> read = new ArrayList<>();
    private final Sns sns = Sns.by(address -> {
        read.add(address);
        return AMAZON.certificate();
    });

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void givenANotification_whenSignedBySns_thenItIsAcceptedAndItsCertificateFetchedOnce(String version) {
        var proof = sns.signature(Set.of(TOPIC));

        assertThat(proof.check(call(notification(version)))).isEqualTo(Verdict.ACCEPTED);
        assertThat(proof.check(call(notification(version)))).isEqualTo(Verdict.ACCEPTED);
        assertThat(read).hasSize(1);
        assertThat(proof.mayWait()).isTrue();
    }

    @Test
    void givenANotification_whenChangedOrOfAnotherTopicOrOld_thenItIsRefused() {
        expectRefused(sns.signature(Set.of()), call(notification("2").replace("ALARM", "OK")), "does not fit");
        expectRefused(sns.signature(Set.of("arn:aws:sns:eu-central-1:1:other")), call(notification("2")), "topic");
        var late = Calls.of(notification("2"), Map.of(), Calls.NOON.plus(Duration.ofMinutes(61)));
        expectRefused(sns.signature(Set.of()), late, "more than an hour");
        expectRefused(sns.signature(Set.of()), call("[]"), "no SNS message");
        expectRefused(sns.signature(Set.of()), call("{}"), "Timestamp");
        var forged = notification("2").replace("\"Notification\"", "\"Notification\\nMessageId\\nx\"");
        expectRefused(sns.signature(Set.of()), call(forged), "not what SNS sends");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-central-1.amazonaws.com/a.pem",
                "https://sns.eu-central-1.amazonaws.com.evil.example/a.pem",
                "https://sns.eu-central-1.amazonaws.com@evil.example/a.pem",
                "https://evil.example/sns.eu-central-1.amazonaws.com/a.pem",
                "https://sns.eu-central-1.amazonaws.com:8443/a.pem",
                "https://bucket.s3.amazonaws.com/a.pem",
                "https://sns.eu-central-1.amazonaws.com/a.pem?x=1",
                "https://sns.eu-central-1.amazonaws.com/a.txt",
                "https://sns.amazonaws.com/a.pem",
                "file:///etc/passwd.pem",
                "https://[",
                ""
            })
    void givenACertificateAnywhereElse_thenItIsRefusedAndNothingIsFetched(String address) {
        var message = notification("2")
                .replace("https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem", address);

        expectRefused(sns.signature(Set.of()), call(message), "SigningCertURL");
        assertThat(read).isEmpty();
    }

    @Test
    void givenACertificateOfSomebodyElse_thenItIsRefused() {
        var other = Sns.by(_ -> SOMEBODY.certificate());
        expectRefused(other.signature(Set.of()), call(notification("2")), "wanted CN=sns.amazonaws.com");

        var unread = Sns.by(_ -> "no certificate".getBytes(StandardCharsets.UTF_8));
        expectRefused(unread.signature(Set.of()), call(notification("2")), "cannot be checked");
    }

    @Test
    void givenACertificateThatHasRunOut_thenItIsRefused() {
        var later = Calls.NOON.plus(Duration.ofDays(90));
        var message = AMAZON.sign(
                "2",
                "Message",
                "m",
                "MessageId",
                "1",
                "Timestamp",
                later.toString(),
                "TopicArn",
                TOPIC,
                "Type",
                "Notification");

        expectRefused(sns.signature(Set.of()), Calls.of(message, Map.of(), later), "cannot be checked");
    }

    @Test
    void givenThatAmazonDoesNotAnswer_thenTheSenderIsToTryAgain() {
        var unreachable = Sns.by(_ -> {
            throw new IOException("connection refused");
        });

        assertThat(unreachable.signature(Set.of()).check(call(notification("2"))))
                .isInstanceOf(Verdict.Later.class);
    }

    @Test
    void givenASubscriptionThatSnsSigned_thenItIsConfirmedThere() {
        assertThat(sns.confirm(call(confirmation(CONFIRM)))).isEmpty();
        assertThat(read).last().isEqualTo(URI.create(CONFIRM));
    }

    @Test
    void givenASubscriptionThatIsForgedOrLeadsElsewhere_thenNothingIsOpened() {
        assertThat(sns.confirm(call(confirmation(CONFIRM).replace("Token=abc", "Token=abd"))))
                .isPresent();
        assertThat(sns.confirm(call(confirmation("https://evil.example/?Action=ConfirmSubscription"))))
                .isPresent();
        assertThat(sns.confirm(call(confirmation("https://sns.eu-central-1.amazonaws.com/?Action=DeleteTopic"))))
                .isPresent();
        assertThat(read).allMatch(address -> address.getPath().endsWith(".pem"));
    }

    private static String notification(String version) {
        return AMAZON.sign(
                version,
                "Message",
                "{\"NewStateValue\":\"ALARM\",\n\"x\":\"ü\"}",
                "MessageId",
                "22b80b92",
                "Subject",
                "an alarm",
                "Timestamp",
                "2026-11-21T11:59:00.000Z",
                "TopicArn",
                TOPIC,
                "Type",
                "Notification");
    }

    private static String confirmation(String address) {
        return AMAZON.sign(
                "1",
                "Message",
                "You have chosen to subscribe",
                "MessageId",
                "1",
                "SubscribeURL",
                address,
                "Timestamp",
                "2026-11-21T11:59:00.000Z",
                "Token",
                "abc",
                "TopicArn",
                TOPIC,
                "Type",
                "SubscriptionConfirmation");
    }

    private static Call call(String message) {
        return Calls.of(message, Map.of());
    }

    private static void expectRefused(Proof proof, Call call, String why) {
        assertThat(proof.check(call))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.why()).contains(why));
    }
}
