package dev.handrail.web.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Waiting;
import dev.handrail.run.Position;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack is down all the way from the page to the end, and knows all of it afterwards. */
@Waiting
class WithoutSlackStoryTest {
    private static final Pattern TAKE = Pattern.compile("I've got it: (http\\S+)");
    private static final Pattern WALK = Pattern.compile("while Slack is down: (http\\S+/walk)");
    private static final Pattern FORM = Pattern.compile(
            "name=\"form_token\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"verb\" value=\"([^\"]+)\">\\s*"
                    + "<input type=\"hidden\" name=\"ticket\" value=\"([^\"]+)\">\\s*"
                    + "<input type=\"hidden\" name=\"shown\" value=\"(\\d+)\">\\s*<button[^>]*>([^<]+)</button>");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @TempDir
    private Path library;

    @BeforeEach
    void write() throws IOException {
        mail.start();
        Files.writeString(library.resolve("owners.yml"), """
                default: duty
                people:
                  ben: {name: Ben Okafor, contacts: [{slack_user: U02BEN}, {email: ben@example.org}]}
                owners:
                  duty:
                    contacts: [{slack_user: U01ANA}]
                    acknowledge_within: 1s
                    escalation: [{tell: duty, wait: 1h}, {tell: boss, wait: 1h}]
                  boss: {name: The boss, contacts: [{person: ben}]}
                """);
        Files.writeString(library.resolve("flows.yml"), "default_channel: '#order-flows'\n");
        Files.writeString(library.resolve("order-stuck.md"), """
                ---
                match:
                  - alertname="OrderStuck"
                ---
                # Orders are stuck

                ## Diagnosis

                ### Look at the queue
                How long is the queue of <order>?

                - **Growing** → next
                - **Empty** → escalate "nothing comes in"

                ### Look at the ERP
                Does it answer?

                - **Yes** → next
                - **No** → escalate "the ERP is down"

                ## Verification

                ### Orders arrive
                Look for the newest one.

                - **They do** → resolved
                - **They do not** → escalate "still stuck"
                """);
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void givenSlackIsDown_whenAPageIsTakenByMailAndWalkedInTheBrowser_thenTheThreadShowsEachStepOnceAfterwards() {
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
                        "1s"))) {
            handrail.fires("Seen", Map.of("a", "before"));
            handrail.awaitDelivered();
            handrail.server.stop();
            var incident = handrail.fires("OrderStuck", Map.of("order", "100042"));
            await().atMost(Duration.ofSeconds(20)).until(() -> mail.getReceivedMessages().length > 0);

            var taken = send(take(handrail), "");
            assertThat(taken).contains("It is yours, Ben Okafor", "/incidents/" + incident.value() + "/walk");
            walk(handrail, incident);

            handrail.server.resume();
            handrail.awaitDelivered();
            var card = handrail.slack.as("U02BEN").inChannel("#order-flows").root("Orders are stuck");
            assertThat(card.readable()).contains("Ben Okafor");
            var thread = card.thread().stream().map(SlackMessage::readable).toList();
            assertThat(thread)
                    .filteredOn(said -> said.contains("Look at the queue: Growing, Ben Okafor"))
                    .hasSize(1);
            assertThat(thread)
                    .filteredOn(said -> said.contains("Look at the ERP: Yes, Ben Okafor"))
                    .hasSize(1);
            assertThat(thread)
                    .filteredOn(said -> said.contains("Orders arrive: They do, Ben Okafor"))
                    .hasSize(1);
            assertThat(thread)
                    .filteredOn(said -> said.contains("It was the switch"))
                    .hasSize(1);
        }
    }

    private void walk(HandrailFixture handrail, IncidentId incident) {
        var address = URI.create(
                mail(WALK).replaceFirst("http://[^/]+", handrail.url().toString()));
        var page = get(address);
        assertThat(page).contains("Step 1 of 3", "How long is the queue of 100042?", "You are Ben Okafor, by the link");
        page = press(address, page, "Growing");
        assertThat(page).contains("Step 2 of 3", "Look at the ERP");
        var token = form(page, "Yes", 1);
        send(
                address,
                "form_token=%s&verb=note&ticket=%s&shown=%s&sentence=It+was+the+switch"
                        .formatted(token, incident.value(), form(page, "Yes", 4)));
        press(address, page, "Yes");
        page = press(address, get(address), "They do");
        assertThat(page).contains("Closed");
        assertThat(handrail.view(incident).state().position()).isInstanceOf(Position.Finished.class);
    }

    private URI take(HandrailFixture handrail) {
        return URI.create(mail(TAKE).replaceFirst("http://[^/]+", handrail.url().toString()));
    }

    private String mail(Pattern wanted) {
        try {
            var found = wanted.matcher(String.valueOf(plain()));
            assertThat(found.find()).as("%s in the mail", wanted).isTrue();
            return found.group(1);
        } catch (MessagingException | IOException e) {
            throw new AssertionError("the mail cannot be read", e);
        }
    }

    private Object plain() throws MessagingException, IOException {
        var content = mail.getReceivedMessages()[0].getContent();
        return content instanceof Multipart parts ? parts.getBodyPart(0).getContent() : content;
    }

    private String press(URI address, String page, String label) {
        return send(
                address,
                "form_token=%s&verb=%s&ticket=%s&shown=%s"
                        .formatted(
                                form(page, label, 1),
                                form(page, label, 2),
                                URLEncoder.encode(form(page, label, 3), StandardCharsets.UTF_8),
                                form(page, label, 4)));
    }

    private static String form(String page, String label, int group) {
        return FORM.matcher(page)
                .results()
                .filter(form -> form.group(5).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '%s' on %s".formatted(label, page)))
                .group(group);
    }

    private String get(URI address) {
        return body(HttpRequest.newBuilder(address).build());
    }

    private String send(URI address, String form) {
        return body(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private String body(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + request, e);
        }
    }
}
