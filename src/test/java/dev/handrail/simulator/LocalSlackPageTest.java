package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.SlackApiException;
import dev.handrail.simulator.FakeBot.Answer;
import dev.handrail.simulator.api.Budgets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page, in a real browser. Skipped where there is none, save in CI. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalSlackPageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");

    private @Nullable LocalSlackFixture opened;
    private @Nullable ChromeDriver started;

    @BeforeAll
    void start(@TempDir Path profile) {
        var there = Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there)
                    .as("CI must have " + CHROMIUM + " and " + CHROMEDRIVER)
                    .isTrue();
        }
        assumeTrue(there, "skipped: the page needs " + CHROMIUM + " and " + CHROMEDRIVER);
        Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
        opened = new LocalSlackFixture(settings -> settings.withBudgets(Budgets.unlimited())
                .withAlerts(settings.botUrl().resolve("/v1/alerts/alertmanager"), "alert-token"));
        var options = new ChromeOptions().setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-proxy-server",
                "--user-data-dir=" + profile,
                "--window-size=1280,800");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .build();
        started = new ChromeDriver(service, options);
    }

    @AfterAll
    void stop() {
        if (started != null) {
            started.quit();
        }
        if (opened != null) {
            opened.close();
        }
    }

    @BeforeEach
    void open() {
        local().driver.reset();
        local().bot.answers(200, "");
        size(1280, 800);
        browser().get(local().server.url().toString());
        see("#messages .empty");
    }

    private LocalSlackFixture local() {
        return Optional.ofNullable(opened).orElseThrow();
    }

    private ChromeDriver browser() {
        return Optional.ofNullable(started).orElseThrow();
    }

    private void size(int width, int height) {
        browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private WebElement see(String css) {
        return new WebDriverWait(browser(), Duration.ofSeconds(8))
                .until(driver -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    private WebElement button(String scope, String label) {
        return new WebDriverWait(browser(), Duration.ofSeconds(8))
                .until(driver -> driver.findElements(By.cssSelector(scope + " button")).stream()
                        .filter(found -> found.isDisplayed() && found.getText().equals(label))
                        .findFirst()
                        .orElse(null));
    }

    private void see(String css, String text) {
        new WebDriverWait(browser(), Duration.ofSeconds(8))
                .withMessage(() -> text + " within " + css)
                .until(driver -> driver.findElements(By.cssSelector(css)).stream()
                        .anyMatch(found -> found.getText().contains(text)));
    }

    private JsonNode sent(String type) {
        local().driver
                .await(
                        "a " + type,
                        () -> local().bot.received().stream()
                                .anyMatch(received ->
                                        received.payload().path("type").asText().equals(type)));
        return local().bot.received().stream()
                .map(FakeBot.Received::payload)
                .filter(payload -> payload.path("type").asText().equals(type))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private void conversation() throws Exception {
        var root = local().methods
                .chatPostMessage(request -> request.channel("#order-flows")
                        .text("Order export stalled, step 2 of 5")
                        .blocksAsString(PageSamples.card()));
        assertThat(root.getError()).isNull();
        var step = local().methods
                .chatPostMessage(request -> request.channel("C01ORDERS")
                        .threadTs(root.getTs())
                        .text("Step 2 of 5: look at the export queue.")
                        .blocksAsString(PageSamples.step()));
        assertThat(step.getError()).isNull();
        local().methods
                .chatPostEphemeral(request -> request.channel("C01ORDERS")
                        .user("U01ANA")
                        .text("Ben Okafor answered this step at 02:14. Nothing was changed."));
        local().methods.chatPostMessage(request -> request.channel("U01ANA").text("You are paged: <@U01ANA>"));
        see("#messages", "Order export stalled");
    }

    @Test
    void givenACard_whenItsButtonIsPressed_thenTheBotGetsItAndThePersonSeesTheChange() throws Exception {
        conversation();
        screenshot("channel", 1280, 800);
        button("#messages", "I'm on it").click();

        assertThat(sent("block_actions").at("/user/id").asText()).isEqualTo("U01ANA");
        var ts = sent("block_actions").at("/container/message_ts").asText();
        local().methods
                .chatUpdate(request -> request.channel("C01ORDERS").ts(ts).text("Taken by *Ana*"));
        see("#messages", "Taken by Ana");
        see("#messages .edited");
    }

    @Test
    void givenAThread_whenOpenedAndAnswered_thenItLooksAndWorksAsSlack() throws Exception {
        conversation();
        see("#messages .replies").click();
        see("#thread", "look at the export queue");
        screenshot("thread", 1280, 800);
        size(390, 844);
        screenshot("thread-phone", 390, 844);
        assertThat(overflow()).as("wider than a phone").isFalse();
        see("#thread-composer").sendKeys("The queue is empty", Keys.ENTER);

        assertThat(sent("event_callback").at("/event/text").asText()).isEqualTo("The queue is empty");
        see("#thread", "The queue is empty");
    }

    private boolean overflow() {
        return Boolean.TRUE.equals(browser()
                .executeScript(
                        "return document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll('.messages')]"
                                + ".some(list => list.scrollWidth > list.clientWidth)"));
    }

    @Test
    void givenADangerousButton_whenPressed_thenItAsksFirst() throws Exception {
        conversation();
        button("#messages", "Escalate now").click();
        see("dialog", "Page Marta Ruiz?");
        assertThat(local().bot.received()).noneMatch(received -> received.body().contains("payload"));
        screenshot("confirm", 1280, 800);
        button("dialog", "Page her").click();

        assertThat(sent("block_actions").at("/actions/0/action_id").asText()).isEqualTo("escalate");
    }

    @Test
    void givenAModal_whenFilledIn_thenErrorsShowAndEscCloses() throws Exception {
        local().bot.behaves(received -> {
            var payload = received.payload();
            if (payload.path("type").asText().equals("block_actions")) {
                openModal(payload.path("trigger_id").asText());
            }
            return payload.path("type").asText().equals("view_submission")
                    ? new Answer(200, "{\"response_action\":\"errors\",\"errors\":{\"note\":\"Say what you saw\"}}")
                    : new Answer(200, "");
        });
        conversation();
        see("#messages .more").click();
        button(".menu", "Add a note").click();
        see("dialog.modal", "What you saw");
        screenshot("modal", 1280, 800);
        see("dialog.modal textarea").sendKeys("hm");
        button("dialog.modal", "Save").click();
        see("dialog.modal .error", "Say what you saw");
        see("dialog.modal textarea").sendKeys(Keys.ESCAPE);
        new WebDriverWait(browser(), Duration.ofSeconds(8))
                .until(driver -> driver.findElements(By.cssSelector("dialog")).isEmpty());

        assertThat(sent("view_closed").at("/view/callback_id").asText()).isEqualTo("note");
    }

    private void openModal(String trigger) {
        try {
            var answer = local().methods
                    .viewsOpen(request -> request.triggerId(trigger).viewAsString(PageSamples.modal()));
            assertThat(answer.getError()).isNull();
        } catch (IOException | SlackApiException e) {
            throw new IllegalStateException("the modal does not open", e);
        }
    }

    @Test
    void givenAnotherPerson_whenChosen_thenTheirViewIsShown() throws Exception {
        conversation();
        see(".ephemeral", "Only visible to you");
        see("#sidebar .badge.ping");
        new Select(see("#me")).selectByValue("U02BEN");
        new WebDriverWait(browser(), Duration.ofSeconds(8))
                .until(driver ->
                        driver.findElements(By.cssSelector(".ephemeral")).isEmpty());
        see("#sidebar", "Handrail has not written to you yet");
        new Select(see("#me")).selectByValue("U01ANA");
        see(".ephemeral");
    }

    @Test
    void givenHostileText_whenShown_thenItIsTextOnly() throws Exception {
        local().methods
                .chatPostMessage(
                        request -> request.channel("C01ORDERS")
                                .text(
                                        "<img src=x onerror=alert(1)> &lt;!channel&gt; <javascript:alert(1)|click> *bold* `<b>` \u202ertl"));
        see("#messages strong", "bold");

        assertThat(browser().findElements(By.cssSelector("#messages img, #messages .body a")))
                .isEmpty();
        see("#messages", "<!channel>");
    }

    @Test
    void givenASampleAlert_whenFiredAndResolved_thenAlertmanagersJsonIsSent() {
        local().bot.answers(202, "{\"accepted\":1}");
        see("#fire").click();
        screenshot("alerts", 1280, 800);
        see("[data-sample=ORDER_EXPORT_STALLED]").click();
        see(".answer", "202");
        button(".fired", "Resolve").click();
        see(".fired", "resolved");

        var webhooks = local().bot.received().stream()
                .filter(received -> received.headers().containsKey("authorization"))
                .map(FakeBot.Received::payload)
                .toList();
        assertThat(webhooks).extracting(hook -> hook.path("status").asText()).containsExactly("firing", "resolved");
        assertThat(webhooks)
                .extracting(hook -> hook.at("/alerts/0/fingerprint").asText())
                .hasSize(2)
                .containsOnly(webhooks.getFirst().at("/alerts/0/fingerprint").asText());
        assertThat(webhooks.getFirst().at("/commonLabels/flow").asText()).isEqualTo("order-to-erp");
        assertThat(local().bot.received())
                .anyMatch(received ->
                        "Bearer alert-token".equals(received.headers().get("authorization")));
    }

    @Test
    void givenAPhone_whenReadingAndChoosing_thenOnePaneFillsIt() throws Exception {
        conversation();
        size(390, 844);
        screenshot("phone", 390, 844);
        assertThat(overflow()).as("wider than a phone").isFalse();
        see("#show-sidebar").click();
        see("#sidebar [data-channel=C02PAYMENTS]");
        screenshot("phone-sidebar", 390, 844);
        see("#sidebar [data-channel=C02PAYMENTS]").click();
        see("#channel-name", "payment-flows");
    }

    @Test
    void givenSlackGoesDown_whenItIsBack_thenThePageGoesOn() throws Exception {
        local().server.stop();
        see("#offline");
        local().server.resume();
        local().post("#order-flows", "back again", "[]");
        see("#messages", "back again");
        assertThat(browser().findElement(By.id("offline")).isDisplayed()).isFalse();
    }

    /** Keeps what the page looks like, for people to look at: {@code target/screenshots}. */
    private void screenshot(String name, int width, int height) {
        size(width, height);
        try {
            var folder = Files.createDirectories(Path.of("target", "screenshots"));
            File taken = browser().getScreenshotAs(OutputType.FILE);
            Files.move(taken.toPath(), folder.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException("cannot keep the screenshot " + name, e);
        }
    }
}
