package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.SlackApiException;
import dev.handrail.simulator.FakeBot.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** The page: by keyboard, on a phone, its inspector, and its panel of faults. */
class LocalSlackToolsTest extends PageTest {
    private static final int PHONE = 375;

    private void modalOnEveryPress() {
        local().bot.behaves(received -> {
            if (received.payload().path("type").asText().equals("block_actions")) {
                openModal(received.payload().path("trigger_id").asText());
            }
            return new Answer(200, "");
        });
    }

    private void press(CharSequence... keys) {
        new Actions(browser()).sendKeys(keys).perform();
    }

    private WebElement focused() {
        return browser().switchTo().activeElement();
    }

    /** Walks on by the tab key until something has the focus. */
    private void tabTo(String label) {
        for (var times = 0; times < 60; times++) {
            if (label.equals(focused().getText()) || label.equals(focused().getDomAttribute("aria-label"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the tab key does not lead to " + label);
    }

    @Test
    void givenOnlyAKeyboard_whenAButtonIsPressed_thenTheModalHasTheFocusAndGivesItBack() throws Exception {
        modalOnEveryPress();
        conversation();
        tabTo("I'm on it");
        press(Keys.ENTER);
        see("dialog.modal", "What you saw");

        assertThat(focused().getTagName()).isEqualTo("textarea");
        for (var times = 0; times < 12; times++) {
            press(Keys.TAB);
            assertThat(browser()
                            .executeScript("const at = document.activeElement;"
                                    + "return at === document.body || at.closest('dialog.modal') !== null"))
                    .isEqualTo(true);
        }
        press(Keys.ESCAPE);
        gone("dialog");
        assertThat(focused().getText()).isEqualTo("I'm on it");
    }

    @Test
    void givenOnlyAKeyboard_whenAMenuIsOpened_thenArrowsMoveAndEscapeGoesBack() throws Exception {
        conversation();
        tabTo("More actions");
        press(Keys.SPACE);
        local().driver.await("the focus in the menu", () -> focused().getText().equals("Add a note"));
        press(Keys.ARROW_DOWN);
        assertThat(focused().getText()).isEqualTo("Show all steps");
        press(Keys.ESCAPE);
        assertThat(focused().getDomAttribute("aria-label")).isEqualTo("More actions");

        press(Keys.SPACE);
        local().driver.await("the focus in the menu", () -> focused().getText().equals("Add a note"));
        press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);
        local().driver
                .await(
                        "the third option",
                        () -> local().bot.received().stream()
                                .anyMatch(sent -> sent.payload()
                                        .at("/actions/0/selected_option/value")
                                        .asText()
                                        .equals("wrong")));
    }

    @Test
    void givenAPressedButton_whenItsMessageChanges_thenTheFocusStaysInTheMessage() throws Exception {
        conversation();
        tabTo("I'm on it");
        press(Keys.ENTER);
        var ts = sent("block_actions").at("/container/message_ts").asText();
        local().methods
                .chatUpdate(request -> request.channel("C01ORDERS")
                        .ts(ts)
                        .text("Taken")
                        .blocksAsString(PageSamples.card()
                                .replace("\"take\"", "\"over\"")
                                .replace("I'm on it", "Take over")));
        see("#messages", "Take over");

        assertThat(focused().findElements(By.xpath("ancestor::li[@data-ts='" + ts + "']")))
                .hasSize(1);
    }

    @Test
    void givenAPhone_whenEverythingIsOpened_thenNothingIsWiderAndAllCanBeHit() throws Exception {
        modalOnEveryPress();
        conversation();
        size(PHONE, 812);
        fits("the channel");
        see("#messages .replies").click();
        see("#thread", "look at the export queue");
        fits("the thread");
        button("#thread", "50 or more").click();
        see("dialog.modal", "What you saw");
        fits("the modal");
        press(Keys.ESCAPE);
        gone("dialog");
        see("#close-thread").click();
        see("#faults").click();
        see(".planned", "Nothing is planned");
        fits("the panel of faults");
        press(Keys.ESCAPE);
        see("#show-sidebar").click();
        see("#open-home");
        fits("the sidebar");
    }

    private void fits(String what) {
        assertThat(overflow()).as(what + " is wider than a phone").isFalse();
        assertThat(browser().executeScript("""
                                const top = document.querySelector('dialog[open]') ?? document.body;
                                return [...top.querySelectorAll('button, select, textarea, input')]
                                  .filter((one) => one.checkVisibility({opacityProperty: true, visibilityProperty: true}))
                                  .filter((one) => one.getBoundingClientRect().height < 39.5 && !one.closest('.choices'))
                                  .map((one) => one.outerHTML.slice(0, 90));
                                """))
                .as(what + " has things too small to hit")
                .isEqualTo(List.of());
    }

    @Test
    void givenAMessageAndAModal_whenInspected_thenTheirJsonAndTheCallsBehindThemAreShown() throws Exception {
        modalOnEveryPress();
        conversation();
        size(PHONE, 812);
        see("#messages .code-icon").click();
        see("dialog .json", "\"text\": \"Order export stalled, step 2 of 5\"");
        see("dialog .calls summary", "chat.postMessage");
        press(Keys.ESCAPE);
        gone("dialog");
        button("#messages", "I'm on it").click();
        see("dialog.modal .code-icon").click();
        see("dialog.wide .json", "\"callback_id\": \"note\"");
        see("dialog.wide .calls summary", "views.open");
    }

    @Test
    void givenASlash_whenTyped_thenCommandsAreOfferedAndTabTakesTheFirst() {
        see("#composer").sendKeys("/handrail s");
        see("#commands", "/handrail show 12");
        assertThat(see("#commands").getText())
                .contains("/handrail search WORDS")
                .doesNotContain("list");
        press(Keys.TAB);
        assertThat(see("#composer").getDomProperty("value")).isEqualTo("/handrail show ");
        see("#composer").sendKeys("7", Keys.ENTER);

        local().driver
                .await(
                        "the command",
                        () -> local().bot.received().stream()
                                .anyMatch(sent ->
                                        sent.payload().path("text").asText().equals("show 7")));
        assertThat(browser().findElement(By.id("commands")).isDisplayed()).isFalse();
    }

    @Test
    void givenThePanelOfFaults_whenOneIsPlanned_thenItHappensAndIsOver() throws Exception {
        conversation();
        see("#faults").click();
        new Select(see("[data-side=api] [name=kind]")).selectByValue("429");
        button("[data-side=api]", "Plan it").click();
        see(".planned", "Still to go wrong: * × 1");
        assertThatThrownBy(() -> local().post("#order-flows", "x", "[]"))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        e -> assertThat(e.getResponse().header("Retry-After")).isEqualTo("3"));
        assertThat(local().post("#order-flows", "it works again", "[]").isOk()).isTrue();

        new Select(see("[data-side=bot] [name=kind]")).selectByValue("duplicate");
        button("[data-side=bot]", "Plan it").click();
        see(".planned", "interaction × 1");
        see("#clear-faults").click();
        see(".planned", "all works");
        see("#open-log").click();
        see("dialog .calls summary.wrong", "ratelimited");
    }
}
