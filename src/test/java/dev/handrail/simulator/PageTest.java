package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.SlackApiException;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser: what its tests have in common. Skipped where there is none, save in CI. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {
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

    LocalSlackFixture local() {
        return Optional.ofNullable(opened).orElseThrow();
    }

    ChromeDriver browser() {
        return Optional.ofNullable(started).orElseThrow();
    }

    void size(int width, int height) {
        browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    WebElement see(String css) {
        return new WebDriverWait(browser(), Duration.ofSeconds(8))
                .until(driver -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    void gone(String css) {
        new WebDriverWait(browser(), Duration.ofSeconds(8))
                .until(driver -> driver.findElements(By.cssSelector(css)).isEmpty());
    }

    WebElement button(String scope, String label) {
        return new WebDriverWait(browser(), Duration.ofSeconds(8))
                .until(driver -> driver.findElements(By.cssSelector(scope + " button")).stream()
                        .filter(found -> found.isDisplayed() && found.getText().equals(label))
                        .findFirst()
                        .orElse(null));
    }

    void see(String css, String text) {
        new WebDriverWait(browser(), Duration.ofSeconds(8))
                .withMessage(() -> text + " within " + css)
                .until(driver -> driver.findElements(By.cssSelector(css)).stream()
                        .anyMatch(found -> found.getText().contains(text)));
    }

    JsonNode sent(String type) {
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

    void conversation() throws Exception {
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

    boolean overflow() {
        return Boolean.TRUE.equals(browser()
                .executeScript(
                        "return document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll('.messages')]"
                                + ".some(list => list.scrollWidth > list.clientWidth)"));
    }

    void openModal(String trigger) {
        openModal(trigger, PageSamples.modal());
    }

    void openModal(String trigger, String modal) {
        try {
            var answer = local().methods
                    .viewsOpen(request -> request.triggerId(trigger).viewAsString(modal));
            assertThat(answer.getError()).isNull();
        } catch (IOException | SlackApiException e) {
            throw new IllegalStateException("the modal does not open", e);
        }
    }

    /** Keeps what the page looks like, for people to look at: {@code target/screenshots}. */
    void screenshot(String name, int width, int height) {
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
