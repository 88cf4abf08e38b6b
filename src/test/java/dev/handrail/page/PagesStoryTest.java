package dev.handrail.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.platform.Json;
import dev.handrail.run.Command;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** From an alert to somebody who took it, by each way outside Slack, with a real mail server and real HTTP servers. */
@TestInstance(Lifecycle.PER_CLASS)
class PagesStoryTest {
    private static final Pattern LINK = Pattern.compile("I've got it: (http\\S+)");
    private static final String SECRET = "hook-secret";
    private static final Person ANA = new Person("U01ANA", "Ana Costa");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpClient browser = HttpClient.newHttpClient();
    private OtherSide pagerDuty;
    private OtherSide hook;
    private HandrailFixture handrail;

    @BeforeAll
    void start(@TempDir Path library) throws IOException {
        mail.start();
        pagerDuty = new OtherSide();
        hook = new OtherSide();
        Files.writeString(library.resolve("owners.yml"), """
            default: duty
            people:
              ana:
                name: Ana Costa
                zone: Europe/Berlin
                contacts: [{slack_user: U01ANA}, {email: ana@example.org}]
            owners:
              duty:
                name: Duty team
                contacts: [{person: ana}, {pagerduty: DUTY_KEY}, {webhook: DUTY_HOOK, secret: DUTY_SECRET}, {pagerduty: LOST_KEY}]
            """);
        Files.writeString(library.resolve("flows.yml"), "default_channel: '#order-flows'\n");
        handrail = new HandrailFixture(
                Budgets.unlimited(),
                Map.of(
                        "handrail.runbooks",
                        library.toString(),
                        "handrail.smtp.url",
                        "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                        "handrail.smtp.starttls",
                        "off",
                        "handrail.pagerduty.url",
                        pagerDuty.url().toString(),
                        "handrail.page.pause",
                        "50ms",
                        "duty.key",
                        "R0UT1NG",
                        "duty.hook",
                        hook.url() + "/pages",
                        "duty.secret",
                        SECRET));
    }

    @AfterAll
    void stop() {
        handrail.close();
        hook.close();
        pagerDuty.close();
        mail.stop();
    }

    @Test
    void givenAFailureThatNobodyKnows_whenItsOwnerIsPaged_thenAnyContactMayTakeItAndTheOthersHearOfIt()
            throws Exception {
        pagerDuty.failsOnce("Weird");
        var before = mail.getReceivedMessages().length;

        var incident = handrail.fires("Weird <b>thing</b>\r\nBcc: x@example.org", Map.of("a", "story"));

        var letter = mailAfter(before);
        assertThat(letter.getSubject())
                .startsWith("[Handrail] MEDIUM: Weird <b>thing</b> Bcc: x@example.org (incident " + incident.value());
        assertThat(letter.getAllRecipients()).hasSize(1);
        var text = text(letter);
        assertThat(text).contains("Duty team, this needs you.", "no runbook is known", "Europe/Berlin");
        assertThat(text).doesNotContain("Weird <b>thing</b></p>").contains("&lt;b&gt;");
        awaitCalls(pagerDuty, incident, 2);
        assertThat(events(pagerDuty, incident)).as("503, and again").containsExactly("trigger", "trigger");
        awaitCalls(hook, incident, 1);
        assertSigned(hook.calls().getFirst());

        var link = link(text);
        assertThat(get(link).body()).contains("I've got it", "You are Ana Costa");
        assertThat(get(link).statusCode()).isEqualTo(200);
        assertThat(handrail.view(incident).state().paging())
                .as("following a link takes nothing")
                .isPresent();

        assertThat(post(link).body()).contains("It is yours, Ana Costa");
        assertThat(handrail.view(incident).state().responder()).contains(ANA);
        assertThat(post(link).statusCode()).isEqualTo(410);
        assertThat(get(link).body()).contains("This link has been used", "Ana Costa has");
        assertThat(get(URI.create(link + "x")).statusCode()).isEqualTo(404);
        assertThat(get(URI.create(link + "x")).body()).contains("none of ours");

        awaitCalls(pagerDuty, incident, 3);
        handrail.does(incident, new Command.Resolve(ANA, "restarted"));
        awaitCalls(pagerDuty, incident, 4);
        awaitCalls(hook, incident, 3);
        assertThat(events(pagerDuty, incident)).containsExactly("trigger", "trigger", "acknowledge", "resolve");
        assertThat(mail.getReceivedMessages())
                .as("nobody is written to after the end")
                .hasSize(before + 1);
        assertThat(handrail.bean(SentPages.class).of(incident))
                .extracting(line -> line.way() + " " + line.standing())
                .contains(
                        "told by e-mail to ana@example.org sent",
                        "told by PagerDuty (DUTY_KEY) sent after 2 tries",
                        "told by a webhook (DUTY_HOOK) sent",
                        "told by PagerDuty (LOST_KEY) not delivered: the environment variable LOST_KEY is not set");
        assertThat(handrail.bean(SentPages.class).failed(10)).isNotEmpty();
        assertThat(handrail.bean(AttemptRepository.class).of(incident.value()))
                .extracting(AttemptRepository.Row::outcome)
                .contains("LATER", "SENT", "REFUSED");
    }

    @Test
    void givenSomebodyTookItInSlack_whenTheLinkIsFollowed_thenItSaysWhoHasIt() throws Exception {
        var before = mail.getReceivedMessages().length;
        var incident = handrail.fires("Odd", Map.of("a", "taken"));
        var link = link(text(mailAfter(before)));
        handrail.does(incident, new Command.TakePage(HandrailFixture.BEN));

        assertThat(post(link).body()).contains("nothing to take any more", "ben has");
        assertThat(handrail.view(incident).state().responder()).contains(HandrailFixture.BEN);
    }

    private MimeMessage mailAfter(int before) {
        await().atMost(Duration.ofSeconds(20)).until(() -> mail.getReceivedMessages().length > before);
        return mail.getReceivedMessages()[before];
    }

    private static String text(MimeMessage message) throws MessagingException {
        return GreenMailUtil.getWholeMessage(message).replace("=\r\n", "").replace("=3D", "=");
    }

    private static URI link(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return URI.create(found.group(1));
    }

    private static List<OtherSide.Call> calls(OtherSide side, IncidentId incident) {
        return side.calls().stream()
                .filter(call -> call.body().contains("-incident-" + incident.value() + "\"")
                        || call.body().contains("\"id\":" + incident.value() + ","))
                .toList();
    }

    private static void awaitCalls(OtherSide side, IncidentId incident, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> calls(side, incident).size() >= count);
    }

    private static List<String> events(OtherSide side, IncidentId incident) {
        return calls(side, incident).stream()
                .map(call -> Json.tree(call.body()).path("event_action").asText())
                .toList();
    }

    private static void assertSigned(OtherSide.Call call) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = call.headers().get("X-Handrail-Timestamp") + "." + call.body();
        var hash = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(call.headers())
                .containsEntry("X-Handrail-Signature", "v1=" + hash)
                .containsKey("Idempotency-Key");
    }

    private HttpResponse<String> get(URI link) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(local(link)).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI link) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(local(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The fixture listens on a port of its own. */
    private URI local(URI link) {
        return handrail.url().resolve(link.getRawPath());
    }
}
