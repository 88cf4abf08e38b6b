package dev.handrail.slack.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.slack.Secret;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.words.Wording;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first example is the one that Slack publishes, so that our own arithmetic is not its own proof. */
class SignatureCheckTest {
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final long SENT = 1531420618;
    private static final String BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                    + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    @Test
    void givenSlacksOwnExample_whenChecked_thenItIsGenuine() {
        assertThat(check(SENT, Long.toString(SENT), SIGNATURE, BODY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-300,true", "300,true", "-301,false", "301,false", "31536000,false"})
    void givenATimestamp_whenItIsTooOldOrAhead_thenTheRequestIsRefused(long skew, boolean genuine) {
        assertThat(check(SENT + skew, Long.toString(SENT), SIGNATURE, BODY)).isEqualTo(genuine);
    }

    @Test
    void givenAnythingElse_whenChecked_thenItIsRefused() {
        assertThat(check(SENT, Long.toString(SENT), SIGNATURE, BODY + " ")).isFalse();
        assertThat(check(SENT, Long.toString(SENT), SIGNATURE.toUpperCase(Locale.ROOT), BODY))
                .isFalse();
        assertThat(check(SENT, Long.toString(SENT), "v0=", BODY)).isFalse();
        assertThat(check(SENT, "-" + SENT, SIGNATURE, BODY)).isFalse();
        assertThat(check(SENT, "99999999999999", SIGNATURE, BODY)).isFalse();
        assertThat(checker(SENT).isGenuine(Optional.empty(), Optional.of(SIGNATURE), bytes(BODY)))
                .isFalse();
        assertThat(checker(SENT).isGenuine(Optional.of(Long.toString(SENT)), Optional.empty(), bytes(BODY)))
                .isFalse();
    }

    @Test
    void givenTheSecretIsBeingChanged_whenSignedWithTheOneBefore_thenItIsGenuine() {
        var signature = Signed.signature("the-one-before", SENT, "käse");

        assertThat(check(SENT, Long.toString(SENT), signature, "käse")).isTrue();
        assertThat(check(SENT, Long.toString(SENT), Signed.signature("another", SENT, "käse"), "käse"))
                .isFalse();
    }

    private static boolean check(long now, String timestamp, String signature, String body) {
        return checker(now).isGenuine(Optional.of(timestamp), Optional.of(signature), bytes(body));
    }

    private static SignatureCheck checker(long now) {
        var settings = new SlackSettings(
                new Secret("xoxb"),
                Optional.empty(),
                Optional.of(new Secret(SECRET)),
                Optional.of(new Secret("the-one-before")),
                URI.create("http://localhost/"),
                URI.create("http://localhost/"),
                SlackSettings.Budgets.OF_SLACK,
                Wording.OURS);
        return new SignatureCheck(settings, () -> Instant.ofEpochSecond(now));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
