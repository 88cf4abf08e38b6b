package dev.handrail.web.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.web.HttpFixture;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has begun in Slack goes on in the browser, as the same person. */
class WhoTest {
    private static final Person ANA = new Person("U01ANA", "Ana");
    private static final AtomicInteger ORDERS = new AtomicInteger();
    private static HttpFixture http;

    private IncidentId incident;

    @BeforeAll
    static void start() {
        http = HttpFixture.start(Map.of("handrail.samples", false, "handrail.runbooks", "runbooks"));
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    @BeforeEach
    void signIn() {
        http.useAnotherBrowser();
        incident = fires();
        http.signIn(HttpFixture.PASSWORD, walk());
    }

    @Nested
    class GivenAResponderWhomOnlySlackKnows {
        @BeforeEach
        void acknowledges() {
            does(new Command.Acknowledge(ANA));
        }

        @Test
        void whenThePageAsksWhoTheyAre_thenTheyAreOfferedAndWalkOnAsTheyBegan() {
            assertThat(page()).contains("<option value=\"U01ANA\">Ana</option>");

            assertThat(says("U01ANA", "").statusCode()).isEqualTo(303);

            assertThat(page()).contains("You are Ana").doesNotContain("Take over");
            assertThat(whoNotes()).isEqualTo(ANA);
        }

        @ParameterizedTest
        @CsvSource({"ana", "' A n a '", "ANA"})
        void whenTheyTypeTheirName_thenTheyAreNobodyElse(String typed) {
            says("", typed);

            assertThat(whoNotes()).isEqualTo(ANA);
        }

        @Test
        void whenTheyComeToAnotherIncident_thenTheBrowserKnowsThemThereToo() {
            says("", "ana");
            incident = fires();

            assertThat(page()).contains("You are Ana");
            assertThat(whoNotes()).isEqualTo(ANA);
        }

        @Test
        void whenAnotherHasTheirName_thenWhoeverTypesItIsAskedWhichOfThemTheyAre() {
            var other = new Person("U09ANA", "ana");
            does(new Command.AddNote(other, "me too", false));

            var asked = says("", "ana");

            assertThat(asked.statusCode()).isEqualTo(409);
            assertThat(asked.body())
                    .contains(
                            "More than one is called ana here",
                            "<option value=\"U01ANA\">Ana (U01ANA)</option>",
                            "<option value=\"U09ANA\">ana (U09ANA)</option>",
                            "Who are you?");
            says("U09ANA", "");
            assertThat(whoNotes()).isEqualTo(other);
        }

        @Test
        void whenTheyAreInAnotherIncidentOnly_thenTheFormDoesNotTakeThem() {
            incident = fires();

            assertThat(says("U01ANA", "").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void givenSomebodyOfOwnersYml_whenTheyActInSlack_thenTheyAreOfferedOnce() {
        var marta = new Person("U03MARTA", "mruiz");
        does(new Command.Acknowledge(marta));

        assertThat(page())
                .contains("<option value=\"marta\">Marta Ruiz</option>")
                .doesNotContain("value=\"U03MARTA\"", ">mruiz</option>");

        says("", "M Ruiz");
        assertThat(whoNotes().is(marta)).isTrue();
    }

    @Test
    void givenSomebodyWhoWasAdded_whenThePageAsksWhoTheyAre_thenTheyAreOffered() {
        does(new Command.Acknowledge(ANA));
        does(new Command.AddPerson(ANA, new Person("U10ZOE", "Zoe"), "she knows it"));

        assertThat(page()).contains("<option value=\"U10ZOE\">Zoe</option>");
    }

    @Test
    void givenANameThatNobodyHas_whenItsOwnerComesFromSlack_thenItIsTheirs() {
        says("", "ana");
        assertThat(whoNotes()).isEqualTo(new Person("name:ana", "ana"));

        does(new Command.Acknowledge(ANA));

        assertThat(page()).contains("You are Ana");
        assertThat(whoNotes()).isEqualTo(ANA);
    }

    private void does(Command command) {
        http.context().getBean(RunService.class).handle(incident, command, () -> {});
    }

    private String walk() {
        return "/incidents/" + incident.value() + "/walk";
    }

    private String page() {
        return http.get(walk()).body();
    }

    private HttpResponse<String> says(String chosen, String typed) {
        return http.postForm(
                walk() + "/name",
                Map.of("form_token", HttpFixture.formToken(page()), "chosen", chosen, "typed", typed));
    }

    private Person whoNotes() {
        var token = HttpFixture.formToken(page());
        var ticket = Long.toString(incident.value());
        http.postForm(
                walk(),
                Map.of("form_token", token, "verb", "note", "ticket", ticket, "shown", "999", "sentence", "It is me"));
        return view().timeline().reversed().stream()
                .map(Happened::event)
                .filter(Act.NoteAdded.class::isInstance)
                .map(note -> ((Act.NoteAdded) note).by())
                .findFirst()
                .orElseThrow();
    }

    private IncidentView view() {
        return http.context().getBean(RunReader.class).find(incident).orElseThrow();
    }

    private static IncidentId fires() {
        var labels = Map.of("alertname", "OrderExportStalled", "flow", "who-" + ORDERS.incrementAndGet());
        return Fired.alert(http, labels, Map.of());
    }
}
