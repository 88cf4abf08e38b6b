package dev.handrail.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.page.book.DeliveryRepository;
import dev.handrail.page.book.SentPages;
import dev.handrail.platform.Json;
import dev.handrail.run.Command;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.RunReader;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.simulator.SlackMessage;
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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern CONFIRM = Pattern.compile("It reached me: (http\\S+)");
    private static final String SECRET = "hook-secret";
    private static final Person ANA = new Person("U01ANA", "Ana Costa");

    private static final String PD_SECRET = "pagerduty-webhook-secret";

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpClient browser = HttpClient.newHttpClient();
    private Path library;
    private OtherSide pagerDuty;
    private OtherSide hook;
    private HandrailFixture handrail;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        library = Files.createDirectory(folder.resolve("runbooks"));
        var sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("pagerduty.yml"), "authentication: {pagerduty: PD_SECRET}\n");
        Files.writeString(sources.resolve("pd-token.yml"), "extends: pagerduty\nauthentication: {bearer: PD_SECRET}\n");
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
              ben:
                name: Ben Okafor
                contacts:
                  - slack_user: U02BEN
                  - email: ben@example.org
                  - pagerduty: DUTY_KEY
                  - webhook: DUTY_HOOK
                  - pagerduty: LOST_KEY
                  - slack_group: S01ERP
              nora: {name: Nora Night, contacts: [{slack_user: U04DEVI}]}
              omar: {name: Omar Over, contacts: [{slack_user: U05LENA}]}
            owners:
              lead:
                contacts: [{slack_channel: "#order-flows"}]
              night:
                name: Night duty
                contacts: [{slack_channel: "#order-flows"}]
                rotation: {members: [nora], start: 2026-01-01, every: 1d, at: "09:00", zone: UTC}
                escalation: [{tell: lead, wait: 5m}, {tell: night, wait: 5m}]
              duty:
                name: Duty team
                contacts: [{person: ana}, {pagerduty: DUTY_KEY}, {webhook: DUTY_HOOK, secret: DUTY_SECRET}, {pagerduty: LOST_KEY}]
            """);
        Files.writeString(library.resolve("flows.yml"), "default_channel: '#order-flows'\n");
        handrail = new HandrailFixture(
                Budgets.unlimited(),
                properties(
                        "handrail.runbooks",
                        library.toString(),
                        "handrail.sources",
                        sources.toString(),
                        "pd.secret",
                        PD_SECRET,
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

        var incident = handrail.fires("Weird <b>thing</b>\r\nBcc: x@example.org", Map.of("a", "story"));

        var letter = mail("Weird");
        assertThat(letter.getSubject())
                .startsWith("[Handrail] MEDIUM: Weird <b>thing</b> Bcc: x@example.org (incident " + incident.value());
        assertThat(letter.getAllRecipients()).hasSize(1);
        var text = text(letter);
        assertThat(text).contains("Duty team, this needs you.", "no runbook is known", "Europe/Berlin");
        assertThat(text).doesNotContain("Weird <b>thing</b></p>").contains("&lt;b&gt;");
        awaitCalls(pagerDuty, incident, 2);
        assertThat(events(pagerDuty, incident)).as("503, and again").containsExactly("trigger", "trigger");
        awaitCalls(hook, incident, 1);
        assertSigned(calls(hook, incident).getFirst());

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
        assertThat(mails("Weird")).as("nobody is written to after the end").hasSize(1);
        assertThat(handrail.bean(SentPages.class).of(incident))
                .extracting(line -> line.way() + " " + line.standing())
                .contains(
                        "told by e-mail to ana@example.org sent",
                        "told by PagerDuty (DUTY_KEY) sent after 2 tries",
                        "told by a webhook (DUTY_HOOK) sent",
                        "told by PagerDuty (LOST_KEY) not delivered: the environment variable LOST_KEY is not set");
        assertThat(handrail.bean(SentPages.class).failed(10)).isNotEmpty();
        assertThat(handrail.bean(DeliveryRepository.class).of(incident.value()))
                .extracting(DeliveryRepository.Row::result)
                .contains("LATER", "SENT", "REFUSED");
    }

    @Test
    void givenContactsOutsideSlack_whenTheyAreTold_thenTheThreadSaysWhoWasAndWhoWasNot() {
        handrail.fires("Heard of", Map.of("a", "heard"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(handrail.slack
                                        .as("U01ANA")
                                        .inChannel("#order-flows")
                                        .root("Heard of")
                                        .thread())
                                .extracting(SlackMessage::readable)
                                .anySatisfy(
                                        said -> assertThat(said)
                                                .contains(
                                                        "*Also told:* Duty team, by e-mail · Duty team, by PagerDuty · Duty team, by a webhook\n",
                                                        "*Not told:* Duty team, by PagerDuty: the environment variable LOST_KEY is not set")));
    }

    @Test
    void givenSomebodyTookItInSlack_whenTheLinkIsFollowed_thenItSaysWhoHasIt() throws Exception {
        var incident = handrail.fires("Odd", Map.of("a", "taken"));
        var link = link(text(mail("(incident " + incident.value() + ")")));
        handrail.does(incident, new Command.TakePage(HandrailFixture.BEN));

        assertThat(post(link).body()).contains("nothing to take any more", "ben has");
        assertThat(handrail.view(incident).state().responder()).contains(HandrailFixture.BEN);
    }

    @Test
    void givenSomebodyAcknowledgesInPagerDuty_thenThatTakesThePageAndItsEchoStartsNothing() throws Exception {
        var incident = handrail.fires("Stuck", Map.of("a", "elsewhere"));
        awaitCalls(pagerDuty, incident, 1);
        var key = Json.tree(calls(pagerDuty, incident).getFirst().body())
                .path("dedup_key")
                .asText();
        var word = webhook("incident.acknowledged", "Ana Costa", key);

        assertThat(signed("pagerduty", webhook("incident.triggered", "Ana Costa", key))
                        .body())
                .as("the echo of the page")
                .doesNotContain("\"alerts\"")
                .contains("of a page that a Handrail sent (" + key);
        assertThat(signed("pd-token", word).body())
                .contains("nobody takes the page by it: wanted PagerDuty's signature");
        assertThat(handrail.view(incident).state().paging()).isPresent();

        assertThat(signed("pagerduty", word.replace("2126-11-21", "2026-01-21")).body())
                .contains("was over before it was escalated");
        assertThat(signed("pagerduty", word).body())
                .contains("incident " + incident.value() + ": Ana Costa has it now");
        assertThat(handrail.view(incident).state().responder()).contains(ANA);
        assertThat(signed("pagerduty", webhook("incident.acknowledged", "Zoe", key))
                        .body())
                .contains("Ana Costa has it already; nothing changed");
        handrail.does(incident, new Command.Resolve(ANA, "restarted"));
        assertThat(signed("pagerduty", word).body()).contains("nothing changed");
        awaitCalls(pagerDuty, incident, 3);
        assertThat(events(pagerDuty, incident)).containsExactly("trigger", "acknowledge", "resolve");
    }

    @Test
    void givenItIsEscalatedAgainAfterItWasTaken_thenPagerDutyCallsAnewAndBothAreResolved() throws Exception {
        var incident = handrail.fires("Stuck", Map.of("a", "again"));
        awaitCalls(pagerDuty, incident, 1);
        handrail.does(incident, new Command.TakePage(ANA));
        awaitCalls(pagerDuty, incident, 2);
        handrail.does(incident, new Command.Escalate(ANA, "more hands"));
        awaitCalls(pagerDuty, incident, 3);
        var earlier = Json.tree(calls(pagerDuty, incident).getFirst().body())
                .path("dedup_key")
                .asText();
        assertThat(signed("pagerduty", webhook("incident.acknowledged", "Zoe", earlier))
                        .body())
                .as("late, by a clock that runs ahead")
                .contains("was over before it was escalated");
        handrail.does(incident, new Command.TakePage(HandrailFixture.BEN));
        handrail.does(incident, new Command.Resolve(HandrailFixture.BEN, "restarted"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(calls(pagerDuty, incident))
                        .extracting(call -> Json.tree(call.body()))
                        .extracting(call -> call.path("event_action").asText()
                                + call.path("dedup_key").asText().replaceFirst(".*-incident-[0-9]+", ""))
                        .contains("trigger", "acknowledge", "trigger-1", "resolve", "resolve-1"));
    }

    @Test
    void givenSomebodyWhomOwnersYmlDoesNotKnow_whenTheyAcknowledgeInPagerDuty_thenItIsTheirsByTheirName()
            throws Exception {
        var incident = handrail.fires("Stuck", Map.of("a", "stranger"));
        awaitCalls(pagerDuty, incident, 1);
        var key = Json.tree(calls(pagerDuty, incident).getFirst().body())
                .path("dedup_key")
                .asText();

        signed("pagerduty", webhook("incident.acknowledged", "Zoe <@U02BEN>", key));

        assertThat(handrail.view(incident).state().responder()).contains(new Person("pagerduty:PX1", "Zoe <@U02BEN>"));
        assertThat(handrail.view(incident).state().responder().orElseThrow().inSlack())
                .isFalse();
    }

    @Test
    void givenSomebodyTestsTheirPage_thenEachOfTheirContactsIsTriedAndSaysWhetherItArrived() throws Exception {
        var open = handrail.bean(RunReader.class).open().size();
        var ben = handrail.slack.as("U02BEN");

        ben.command("#order-flows", "/handrail test-page me");

        assertThat(ben.expectEphemeral("A test page to ben").text())
                .contains(
                        "1. ✅ Direct message: Slack has taken it", "2. ✅ E-mail to ben@example.org: 127.0.0.1 took it")
                .contains("3. ✅ PagerDuty (DUTY_KEY)", "I resolve it then, or in 5 minutes", "4. ✅ Webhook (DUTY_HOOK)")
                .contains("5. ❌ PagerDuty (LOST_KEY): the environment variable LOST_KEY is not set")
                .contains("6. ℹ️ A user group in Slack: not tried");
        assertThat(handrail.bean(RunReader.class).open()).hasSize(open);
        ben.inDirectMessages().message("This is a test page");

        var letter = mail("TEST PAGE");
        assertThat(letter.getSubject()).startsWith("[Handrail] TEST PAGE: nothing is wrong");
        assertThat(text(letter))
                .contains("this is a test page: nothing is wrong")
                .doesNotContain("The incident");
        var link = linkOf(text(letter), CONFIRM);
        assertThat(get(link).body()).contains("A test page, ben", "It reached me");
        assertThat(post(link).body()).contains("It reached you, ben");
        ben.inDirectMessages().message("Your test page reached you by e-mail");
        assertThat(get(URI.create(link + "x")).statusCode()).isEqualTo(404);

        var test = Json.tree(tests(pagerDuty).getFirst());
        assertThat(test.at("/payload/summary").asText()).startsWith("TEST PAGE: nothing is wrong");
        assertThat(tests(hook).getFirst()).contains("\"event\":\"test\"").doesNotContain("\"incident\"");
        var key = test.path("dedup_key").asText();
        assertThat(signed("pagerduty", webhook("incident.acknowledged", "Ben", key))
                        .body())
                .contains("the test page of ben has arrived");
        ben.inDirectMessages().message("Your test page reached you by PagerDuty");
        await().atMost(Duration.ofSeconds(20)).until(() -> tests(pagerDuty).size() == 2);
        assertThat(Json.tree(tests(pagerDuty).getLast()).path("event_action").asText())
                .isEqualTo("resolve");
    }

    @Test
    void givenAnOverrideThatIsAddedWhileAnIncidentIsOpen_whenALevelIsTold_thenWhoStandsInIsTold() throws Exception {
        var early = handrail.fires("Odd", Map.of("owner", "night", "a", "early"));
        var open = handrail.fires("Odd", Map.of("owner", "night", "a", "open"));
        assertThat(toldNext(early)).contains("Nora Night");

        var owners = library.resolve("owners.yml");
        var before = Files.readString(owners);
        Files.writeString(
                owners,
                before.replace(
                        "zone: UTC}",
                        "zone: UTC, overrides: [{from: 2026-01-01 00:00, to: 2126-01-01 00:00, who: omar}]}"));
        handrail.bean(CurrentLibrary.class).reload();
        assertThat(toldNext(open)).contains("Omar Over");

        var later = handrail.fires("Odd", Map.of("owner", "night", "a", "later"));
        Files.writeString(owners, "broken: [");
        handrail.bean(CurrentLibrary.class).reload();
        assertThat(toldNext(later)).as("by the last good file").contains("Omar Over");
        Files.writeString(owners, before);
        handrail.bean(CurrentLibrary.class).reload();
    }

    /** Lets the page of the first level fail, and returns who is on call of the next. */
    private Optional<String> toldNext(IncidentId incident) {
        var paging = handrail.view(incident).state().paging().orElseThrow();
        handrail.does(incident, new Command.PageFailed(paging));
        var told = (RunEvent.LevelTold)
                handrail.view(incident).timeline().getLast().event();
        return told.called().onCall();
    }

    private static List<String> tests(OtherSide side) {
        return side.calls().stream()
                .map(OtherSide.Call::body)
                .filter(body -> body.contains("-test-"))
                .toList();
    }

    private static String webhook(String event, String name, String key) {
        return """
                {"event": {"id": "01", "event_type": "%s", "occurred_at": "2126-11-21T02:15:00Z",
                 "agent": {"id": "PX1", "summary": "%s", "type": "user_reference"},
                 "data": {"id": "Q1", "type": "incident", "incident_key": "%s", "title": "x", "number": 4}}}""".formatted(event, name, key);
    }

    private HttpResponse<String> signed(String source, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(PD_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var hash = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        var answer = browser.send(
                HttpRequest.newBuilder(handrail.url().resolve("/v1/alerts/" + source))
                        .header("X-PagerDuty-Signature", "v1=" + hash)
                        .header("Authorization", "Bearer " + PD_SECRET)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private static Map<String, Object> properties(String... pairs) {
        var properties = new HashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            properties.put(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private MimeMessage mail(String subject) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !mails(subject).isEmpty());
        return mails(subject).getFirst();
    }

    private List<MimeMessage> mails(String subject) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> subject(message).contains(subject))
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws MessagingException {
        return GreenMailUtil.getWholeMessage(message).replace("=\r\n", "").replace("=3D", "=");
    }

    private static URI link(String text) {
        return linkOf(text, LINK);
    }

    private static URI linkOf(String text, Pattern pattern) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return URI.create(found.group(1));
    }

    private static List<OtherSide.Call> calls(OtherSide side, IncidentId incident) {
        return side.calls().stream()
                .filter(call -> call.body().contains("-incident-" + incident.value() + "\"")
                        || call.body().contains("-incident-" + incident.value() + "-")
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
