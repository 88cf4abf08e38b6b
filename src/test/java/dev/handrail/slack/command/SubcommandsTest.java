package dev.handrail.slack.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.RunReader;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.slack.HandrailFixture;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write to a running Handrail in the local Slack, and what they are told. */
class SubcommandsTest {
    private static final String ANA = "U01ANA";
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
    void givenSomebodyAsksForHelp_whenAnswered_thenEachSubcommandHasAnExample() {
        var help = writes(ANA, "help", "I walk you through");

        assertThat(help.text())
                .contains("start order-export-stuck", "who order-to-erp", "page erp-integration", "test-page me")
                .contains("silence flow=", "end silence 3", "handover @ben");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lst                        | Did you mean list?",
                "frobnicate                 | I do not know “frobnicate”. All that I know: /handrail help",
                "<!channel>                 | I do not know “&lt;!channel&gt;”",
                "show                       | I need its number",
                "show 999999                | There is no incident #999999",
                "start                      | Which runbook?",
                "start order-export         | Perhaps 'order-export-stuck'?",
                "start nosuchthing          | There is no runbook “nosuchthing”",
                "search                     | Which words?",
                "search zzqx                | No runbook speaks of “zzqx”",
                "who                        | Which flow? I know",
                "who order-to-epr           | Perhaps 'order-to-erp'?",
                "page                       | Whom, and why?",
                "page erp-integration       | Why? Whoever is woken",
                "page erp-integratoin help! | Perhaps 'erp-integration'?",
                "drill                      | Which runbook?",
                "drill nosuchthing          | No drill has begun",
                "test-page ben              | only to whoever asks",
            })
    void givenWhatCannotBeDone_whenWritten_thenTheAnswerSaysWhatToWrite(String words, String answer) {
        writes("U05LENA", words, answer);
    }

    @Test
    void givenARunbookIsStartedByHand_whenItOpens_thenItsStarterIsOnItAndWhyIsOnRecord() {
        var told = writes(ANA, "start order-export-stuck order_id=100000077 “a customer <!here> called”", "is open");
        var view = handrail.view(new IncidentId(number(told)));

        assertThat(view.incident().why()).isEqualTo("started by hand by ana: a customer <!here> called");
        assertThat(view.kind()).isEqualTo(IncidentView.Kind.REAL);
        assertThat(view.alerts().labels()).containsEntry("order_id", "100000077");
        assertThat(view.state().responder().map(Person::id)).contains(ANA);
        assertThat(events(view)).noneMatch(RunEvent.LevelTold.class::isInstance);
        handrail.slack.as(ANA).inChannel(FLOW).root("a customer").expectReply("Step 1 of");

        writes(ANA, "list", "#" + number(told) + "> Orders stuck before ERP export: ana is on it");
        assertThat(writes(ANA, "show #" + number(told), "Owner: ").text()).contains("walked in #order-flows");
    }

    @Test
    void givenAnOwnerIsPagedByHand_whenItOpens_thenTheOwnerIsToldAtOnce() {
        var told =
                writes("U02BEN", "page “ERP integration team” the ERP refuses every order", "its owner is being told");
        var view = handrail.view(new IncidentId(number(told)));

        assertThat(view.incident().title()).isEqualTo("the ERP refuses every order");
        assertThat(view.incident().why()).isEqualTo("paged by hand by ben: the ERP refuses every order");
        assertThat(view.plan().owner()).isEqualTo("ERP integration team");
        assertThat(events(view)).anyMatch(RunEvent.LevelTold.class::isInstance);
        handrail.slack.as("U03MARTA").inDirectMessages().message("the ERP refuses every order");
        var card = handrail.slack
                .as("U03MARTA")
                .inChannel(view.incident().channel())
                .root("the ERP refuses every order")
                .readable();
        assertThat(card).contains("Paged by hand by ben").doesNotContain("No runbook knows");
    }

    @Test
    void givenAFlow_whenAskedWhoOwnsIt_thenItsLevelsAreNamedAndNobodyIsMentioned() {
        var told = writes(ANA, "who order-to-erp", "is owned by ERP integration team");

        assertThat(told.text())
                .contains("1. ERP integration team", "Marta Ruiz", "by e-mail")
                .doesNotContain("<@", "<!");
    }

    @Test
    void givenWords_whenSearched_thenTheRunbookThatSpeaksOfThemIsFirst() {
        assertThat(writes(ANA, "search orders stuck before export to the ERP", "About")
                        .text())
                .contains("order-export-stuck", "/handrail start");
    }

    @Test
    void givenADrill_whenBegun_thenItIsOne() {
        var told = writes("U05LENA", "drill order-export-stuck", "is a drill of");

        assertThat(handrail.view(new IncidentId(number(told))).isDrill()).isTrue();
    }

    @Test
    void givenSomebodyTestsTheirPage_whenSent_thenItIsInTheirMessagesAndTheContactsOutsideAreNamed() {
        var told = writes("U04DEVI", "test-page me", "Direct message: Slack has taken it");

        handrail.slack.as("U04DEVI").inDirectMessages().message("This is a test page");
        assertThat(told.text()).contains("❌ E-mail to devi.rao@example.com", "no mail server is set", "Payments team");
    }

    @Test
    void givenAChannelThatHandrailIsNotIn_whenACommandIsWrittenThere_thenItIsAnsweredAllTheSame() {
        handrail.slack.removeBotFrom("#payment-flows");
        handrail.slack.as("U05LENA").command("#payment-flows", "/handrail who settlement");

        handrail.slack.as("U05LENA").expectEphemeral("ettlement");
    }

    @Test
    void givenSlackSendsACommandTwice_whenBothArrive_thenOneIncidentOpens() {
        var before = handrail.bean(RunReader.class).newestOpen(100).total();
        handrail.slack.fault("interaction", "concurrent", 1);
        writes("U04DEVI", "page payments “twice?”", "its owner is being told");

        assertThat(handrail.bean(RunReader.class).newestOpen(100).total()).isEqualTo(before + 1);
    }

    /** Writes a command, and waits for an answer with some words in it that was not there before. */
    private static SlackMessage writes(String user, String words, String answer) {
        var person = handrail.slack.as(user);
        var before = person.ephemerals().stream().map(SlackMessage::ts).toList();
        person.command(FLOW, "/handrail " + words);
        return handrail.slack.awaitPresent(
                answer,
                () -> person.ephemerals().stream()
                        .filter(message -> !before.contains(message.ts()))
                        .filter(message -> message.contains(answer))
                        .findFirst());
    }

    private static long number(SlackMessage told) {
        var matcher = Pattern.compile("#([0-9]+)").matcher(told.text());
        assertThat(matcher.find()).as(told.text()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static List<RunEvent> events(IncidentView view) {
        return view.timeline().stream().map(Happened::event).toList();
    }
}
