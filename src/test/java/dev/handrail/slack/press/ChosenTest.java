package dev.handrail.slack.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.KeptAlert;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenTest {
    private static final Instant AT = Instant.parse("2026-11-21T02:14:00Z");
    private static final KeptAlert ORDER = new KeptAlert(
            42,
            Optional.empty(),
            new Alert(
                    "test",
                    "",
                    new Fingerprint("f"),
                    Alert.Status.FIRING,
                    Map.of("order_id", "4711", "market", "DE"),
                    Map.of(),
                    AT,
                    Optional.empty()),
            Optional.empty(),
            new KeptAlert.Report(1, AT, ""),
            Optional.empty());

    @ParameterizedTest
    @ValueSource(longs = {1, 12, 999_999_999_999_999_999L})
    void givenANumber_thenItIsThatIncident(long number) {
        assertThat(Chosen.incident(Long.toString(number))).contains(new IncidentId(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "twelve", "12; drop", "99999999999999999999"})
    void givenNoNumber_thenItIsNoIncident(String typed) {
        assertThat(Chosen.incident(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42                        | true
            41,42                     | true
            4                         | false
            order_id=4711             | true
            order_id=4711, market=DE  | true
            order_id=4711, market=AT  | false
            order_id=~"47.*"          | true
            nothing that can be read  | false
            """)
    void givenWhatWasChosenOrTyped_thenTheseAlertsAreMeant(String chosen, boolean isMeant) {
        assertThat(Chosen.alerts(chosen).test(ORDER)).isEqualTo(isMeant);
    }

    @ParameterizedTest
    @CsvSource({"42, choice", "'41,42', choice", "order_id=4711, typed", "'order_id=4711, market=DE', typed"})
    void givenWhatWasChosenOrTyped_thenItIsKnownWhereToSayWhatIsWrongWithIt(String chosen, String field) {
        assertThat(Chosen.field(chosen)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_id", "order_id=~\"(\"", "=4711"})
    void givenLabelsThatCannotBeRead_thenItIsSaidWhatWasFoundAndWanted(String typed) {
        assertThat(Chosen.problem(typed).orElseThrow()).startsWith("Please write labels as order_id=4711: found ");
    }
}
