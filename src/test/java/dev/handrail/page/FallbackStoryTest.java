package dev.handrail.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.handrail.page.book.SentPages;
import dev.handrail.platform.Waiting;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack is down, and the first level is only there. */
@Waiting
class FallbackStoryTest {
    @Test
    void givenSlackIsDown_whenALevelOfSlackContactsIsTold_thenTheNextOneOutsideGetsAMailInstead(@TempDir Path library)
            throws IOException {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Files.writeString(library.resolve("owners.yml"), """
            default: duty
            owners:
              duty:
                contacts: [{slack_user: U01ANA}]
                escalation: [{tell: duty, wait: 1h}, {tell: boss, wait: 1h}]
              boss: {name: The boss, contacts: [{slack_user: U02BEN}, {email: boss@example.org}]}
            """);
        Files.writeString(library.resolve("flows.yml"), "default_channel: '#order-flows'\n");
        try (var handrail = new HandrailFixture(
                Budgets.unlimited(),
                Map.of(
                        "handrail.runbooks",
                        library.toString(),
                        "handrail.smtp.url",
                        "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                        "handrail.smtp.starttls",
                        "off",
                        "handrail.fallback.after",
                        "3s"))) {
            var before = handrail.fires("Seen", Map.of("a", "before"));
            handrail.awaitDelivered();
            handrail.server.stop();

            var incident = handrail.fires("Unseen", Map.of("a", "b"));

            await().atMost(Duration.ofSeconds(20)).until(() -> mail.getReceivedMessages().length > 0);
            var text =
                    GreenMailUtil.getWholeMessage(mail.getReceivedMessages()[0]).replace("=\r\n", "");
            assertThat(text)
                    .contains(
                            "The boss, this needs you",
                            "Slack cannot be reached",
                            "/take/",
                            "/incidents/" + incident.value());
            assertThat(handrail.bean(SentPages.class).of(incident)).hasSize(1);
            assertThat(handrail.bean(SentPages.class).of(before))
                    .as("what Slack took in time")
                    .isEmpty();
        } finally {
            mail.stop();
        }
    }
}
