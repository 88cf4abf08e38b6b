package dev.handrail.preview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.preview.Manuscript;
import dev.handrail.preview.SampleAlert;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The preview's page, in a real browser. Skipped where there is none, save in CI. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewPageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");

    private @Nullable ChromeDriver started;
    private @Nullable PreviewServer server;

    @TempDir
    private Path library;

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
        var options = new ChromeOptions().setBinary(CHROMIUM.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run");
        options.addArguments("--disable-dev-shm-usage", "--disable-background-networking", "--no-proxy-server");
        options.addArguments("--user-data-dir=" + profile, "--window-size=1280,900");
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
    }

    @BeforeEach
    void open() throws IOException {
        for (var name : List.of("order-export-stuck.md", "stalled-batch-job.md", "owners.yml", "flows.yml")) {
            Files.copy(Path.of("runbooks", name), library.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        var sample = SampleAlert.like(Manuscript.read(file()));
        var opened = PreviewServer.start(file(), sample, 0, InstantSource.system());
        server = opened;
        size(1280, 900);
        browser().get(opened.url().toString());
        see("#messages", "Nobody is on it yet");
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private Path file() {
        return library.resolve("order-export-stuck.md");
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

    private WebDriverWait patience() {
        var wait = new WebDriverWait(browser(), Duration.ofSeconds(15));
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    private void see(String css, String text) {
        patience()
                .withMessage(() -> text + " within " + css)
                .until(driver -> driver.findElements(By.cssSelector(css)).stream()
                        .anyMatch(found -> found.getText().contains(text)));
    }

    private WebElement button(String label) {
        return patience()
                .withMessage(() -> "a button " + label)
                .until(driver -> driver.findElements(By.cssSelector("button")).stream()
                        .filter(found -> found.isDisplayed() && found.getText().equals(label))
                        .reduce((_, last) -> last)
                        .orElse(null));
    }

    @Test
    void givenARunbook_whenWalked_thenMessagesAndGraphFollowAndOneCanGoBack() {
        button("I'm on it").click();
        see("#messages", "Step 1 of 10");
        button("Oldest under 2 h").click();
        see("#graph .here", "2. Read the last runs");
        screenshot("preview");
        button("Throttled").click();
        see("#standing", "Waiting after “Read the last runs”");
        see("#graph .here", "Wait 15m");
        button("Let 15m pass").click();
        see("#standing", "Look for the order in the ERP");
        button("← Back").click();
        see("#graph .here", "Wait 15m");
        button("← Back").click();
        button("Stuck or not started").click();
        see("#graph .here", "stalled-batch-job.md");
        see("#messages", "Step 1 of ");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void givenTheKeyboardAlone_whenTryingAndEscalating_thenItGoesWhereARunWould() {
        button("I'm on it").sendKeys(Keys.ENTER);
        see("#messages", "Step 1 of 10");
        patience().until(driver -> driver.switchTo().activeElement().getText().equals("None stuck"));
        button("Something else…").sendKeys(Keys.ENTER);
        see("dialog", "What do you see?");
        browser().switchTo().activeElement().sendKeys("The shop is down");
        button("Tell the owner").sendKeys(Keys.ENTER);
        see("#standing", "Escalated to ERP integration team");
        see("#messages", "The shop is down");
        button("I've got it").sendKeys(Keys.ENTER);
        see("#standing", "You took it");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void givenAnEdit_whenSaved_thenThePageFollowsAndTheWalkStaysWhereItCan() throws IOException {
        button("I'm on it").click();
        button("Oldest under 2 h").click();
        see("#messages", "Step 2 of 10");
        var text = Files.readString(file());
        Files.writeString(file(), text.replace("Read how the export job ended", "Look how it ended"));
        see("#messages", "Look how it ended");
        Files.writeString(file(), text.replace("wait 15m, then", "wayt 15m, then"));
        see("#problems .error", "order-export-stuck.md:");
        see("#stale", "has errors");
        see("#messages", "Look how it ended");
        screenshot("preview-problems");
        Files.writeString(file(), text);
        see("#problems .none", "No problems");
        see("#standing", "On “Read the last runs”");
    }

    @Test
    void givenAPhone_whenShown_thenNothingIsWiderThanIt() {
        size(390, 844);
        button("I'm on it").click();
        see("#messages", "Step 1 of 10");
        screenshot("preview-phone");
        assertThat(browser().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    /** What the browser found wrong: scripts that fail, and what the page's own rules forbid it. Servers end with their test. */
    private List<String> complaints() {
        var page = Optional.ofNullable(server).orElseThrow().url().toString();
        return browser().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(Object::toString)
                .filter(entry -> entry.contains(page))
                .toList();
    }

    /** Keeps what the page looks like, for people to look at: {@code target/screenshots}. */
    private void screenshot(String name) {
        try {
            var folder = Files.createDirectories(Path.of("target", "screenshots"));
            File taken = browser().getScreenshotAs(OutputType.FILE);
            Files.move(taken.toPath(), folder.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException("cannot keep the screenshot " + name, e);
        }
    }
}
