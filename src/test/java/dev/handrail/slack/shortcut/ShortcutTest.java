package dev.handrail.slack.shortcut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.Person;
import dev.handrail.run.desk.RunReader;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.slack.HandrailFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody starts a runbook from what a colleague wrote. */
class ShortcutTest {
    private static final String FLOW = "#order-flows";
    private static HandrailFixture handrail;

    @BeforeAll
    static void start() {
        handrail = new HandrailFixture();
    }

    @AfterAll
    static void stop() {
        handrail.close();
    }

    @Test
    void givenAMessage_whenARunbookIsStartedFromIt_thenItsIncidentLinksItAndSaysWhoAndWhy() {
        var message = says("Orders are stuck before the ERP export, <!channel> look!");
        var ana = handrail.slack.as("U01ANA");
        ana.shortcut(message, StartModal.CALLBACK);
        var modal = ana.modal();

        assertThat(modal.title()).isEqualTo("Start a runbook");
        assertThat(modal.contains("&lt;!channel&gt; look!")).isTrue();
        assertThat(modal.view().at("/blocks/2/element/options/0/value").asText())
                .isEqualTo("order-export-stuck");

        modal.submit(Map.of(StartModal.RUNBOOK, "order-export-stuck"));
        ana.expectNoModal();
        ana.expectEphemeral("is open, and you are on it: Orders stuck before ERP export");
        var view = handrail.bean(RunReader.class).newestOpen(1).newest().getFirst();

        assertThat(view.incident().why())
                .isEqualTo("started by hand by ana: Orders are stuck before the ERP export, <!channel> look!");
        assertThat(view.state().responder().map(Person::id)).contains("U01ANA");
        assertThat(view.alerts().link())
                .hasValueSatisfying(link -> assertThat(link)
                        .endsWith("/archives/C01ORDERS/p" + message.ts().replace(".", "")));
        assertThat(ana.inChannel(FLOW)
                        .root("|Orders stuck before ERP export>")
                        .body()
                        .toString())
                .contains(view.alerts().link().orElseThrow());
    }

    @Test
    void givenNothingIsChosen_whenTheModalIsSent_thenItStaysAndNothingOpens() {
        var ben = handrail.slack.as("U02BEN");
        var before = handrail.bean(RunReader.class).newestOpen(100).total();
        ben.shortcut(says("something odd"), StartModal.CALLBACK);

        assertThat(ben.modal()
                        .submit(Map.of())
                        .at("/errors/" + StartModal.RUNBOOK)
                        .asText())
                .isNotEmpty();
        assertThat(ben.modal().title()).isEqualTo("Start a runbook");
        assertThat(handrail.bean(RunReader.class).newestOpen(100).total()).isEqualTo(before);
    }

    @Test
    void givenAnotherReason_whenItIsSubmitted_thenThatIsOnRecord() {
        var lena = handrail.slack.as("U05LENA");
        lena.shortcut(says("can somebody look at refunds?"), StartModal.CALLBACK);
        lena.modal()
                .submit(Map.of(StartModal.RUNBOOK, "refund-failed", StartModal.WHY, "a customer waits since Monday"));
        lena.expectEphemeral("is open, and you are on it");

        var id = handrail.bean(RunReader.class)
                .newestOpen(1)
                .newest()
                .getFirst()
                .incident()
                .id();
        assertThat(handrail.view(id).incident().why())
                .isEqualTo("started by hand by lena: a customer waits since Monday");
    }

    private static SlackMessage says(String words) {
        var devi = handrail.slack.as("U04DEVI").inChannel(FLOW);
        devi.say(words);
        return devi.message(words.substring(0, 12));
    }
}
