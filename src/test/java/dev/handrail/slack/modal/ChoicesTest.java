package dev.handrail.slack.modal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.Tally;
import dev.handrail.platform.Json;
import dev.handrail.run.Command;
import dev.handrail.slack.Drill;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.text.Kit;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final Instant START = Instant.parse("2026-11-21T02:10:00Z");

    @Nested
    class GivenAlertsOfOneIncident {
        @Test
        void whenTheyShareAllButOneLabel_thenThatIsWhatIsOffered() {
            assertThat(offered(
                            alert("alertname=HostDown flow=jobs host=a"), alert("alertname=HostDown flow=jobs host=b")))
                    .containsExactly("host=a", "host=b");
        }

        @Test
        void whenTheyHaveSeveralNames_thenTheNameComesFirstAndOnce() {
            assertThat(offered(
                            alert("alertname=HostDown flow=jobs host=a"),
                            alert("alertname=DiskFull flow=jobs host=a"),
                            alert("alertname=DiskFull flow=jobs host=b disk=sda")))
                    .containsExactly("HostDown · host=a", "DiskFull · host=a", "DiskFull · host=b · disk=sda");
        }

        @Test
        void whenManyLabelsDiffer_thenThoseThatTellMostApartComeFirst() {
            var texts = offered(
                    alert("alertname=Late a=long-words-that-two-of-them-share b=long-words-that-two-of-them-share c=1"),
                    alert("alertname=Late a=long-words-that-two-of-them-share b=long-words-that-two-of-them-share c=2"),
                    alert("alertname=Late a=other b=other c=3"));

            assertThat(texts)
                    .doesNotHaveDuplicates()
                    .allSatisfy(text ->
                            assertThat(text).startsWith("c=").hasSizeLessThanOrEqualTo(SlackLimits.OPTION_TEXT));
        }

        @Test
        void whenAValueIsLong_thenItsEndIsShown() {
            var path = "/very/long/path/that/all/of/them/begin/with/and/that/is/longer/than/an/option/may/be/";

            assertThat(offered(alert("alertname=Late path=" + path + "a"), alert("alertname=Late path=" + path + "b")))
                    .containsExactly("path=/very/long/pa…an/option/may/be/a", "path=/very/long/pa…an/option/may/be/b");
        }

        @Test
        void whenTheyAreAboutObjects_thenTheObjectComesFirstAndOnce() {
            var one = alert("alertname=Stuck order_id=4711");
            var other = alert("alertname=Stuck order_id=4712");

            assertThat(offered(about(one, "4711"), about(other, "4712"))).containsExactly("4711", "4712");
        }

        @Test
        void whenNothingTellsThemApart_thenTheirNameIsOffered() {
            assertThat(offered(alert("alertname=HostDown"), alert("flow=jobs")))
                    .containsExactly("HostDown", "no name · flow=jobs");
            assertThat(offered(alert("alertname=HostDown"), alert("alertname=HostDown")))
                    .containsExactly("HostDown", "HostDown");
        }

        private static List<String> offered(KeptAlert... alerts) {
            var all = List.of(alerts);
            return AlertOptions.of(all, Tally.of(all).labels()).stream()
                    .map(ChoicesTest::text)
                    .toList();
        }
    }

    @Nested
    class GivenAnIncidentToMergeInto {
        @Test
        void whenItIsOffered_thenItSaysHowGraveItIsAndWhoIsOnIt() {
            assertThat(text(Choices.option(Drill.known().view())))
                    .contains(" · Critical · nobody on it · Orders stuck before ERP export");
            assertThat(text(Choices.option(Drill.known()
                            .does(new Command.Acknowledge(Drill.ANA))
                            .view())))
                    .contains(" · Critical · ana on it · Orders stuck");
            assertThat(text(Choices.option(Drill.known()
                            .does(new Command.Escalate(Drill.ANA, "Fire"))
                            .view())))
                    .contains(" · owner told · Orders stuck");
        }
    }

    private static String text(Kit option) {
        return Json.tree(Json.write(option)).at("/text/text").asText();
    }

    private static KeptAlert alert(String labels) {
        Map<String, String> read = Arrays.stream(labels.split(" "))
                .map(label -> label.split("=", 2))
                .collect(Collectors.toMap(label -> label[0], label -> label[1]));
        var alert = new Alert(
                "test", "group", new Fingerprint(labels), Alert.Status.FIRING, read, Map.of(), START, Optional.empty());
        return new KeptAlert(
                labels.hashCode() & 0xffff,
                Optional.empty(),
                alert,
                Optional.empty(),
                new KeptAlert.Report(1, START, ""),
                Optional.empty());
    }

    private static KeptAlert about(KeptAlert kept, String item) {
        return new KeptAlert(
                kept.id(), kept.incident(), kept.alert(), Optional.of(item), kept.report(), kept.heldUntil());
    }
}
