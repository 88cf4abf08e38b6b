package dev.handrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.simulator.FakeBot.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page: what people read, press and write. */
class LocalSlackPageTest extends PageTest {
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
    void givenAMenuThatTheAppFills_whenSomebodyTypesIntoIt_thenTheyChooseWithTheKeys() throws Exception {
        local().bot.behaves(received -> {
            var payload = received.payload();
            if (payload.path("type").asText().equals("block_actions")) {
                openModal(payload.path("trigger_id").asText(), PageSamples.search());
            }
            return payload.path("type").asText().equals("block_suggestion")
                    ? new Answer(200, PageSamples.found(payload.path("value").asText()))
                    : new Answer(200, "");
        });
        conversation();
        button("#messages", "I'm on it").click();
        see("dialog.modal .options", "Refund failed");
        see("dialog.modal [role=combobox]").sendKeys("drift");
        see("dialog.modal .options", "Stock drift (drift)");
        screenshot("search", 1280, 800);
        screenshot("search-phone", 390, 844);
        size(1280, 800);
        see("dialog.modal [role=combobox]").sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(see("dialog.modal [role=combobox]").getDomProperty("value")).isEqualTo("Stock drift (drift)");
        button("dialog.modal", "Use it").click();
        gone("dialog");

        assertThat(sent("view_submission")
                        .at("/view/state/values/which/which/selected_option/value")
                        .asText())
                .isEqualTo("stock");
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
}
