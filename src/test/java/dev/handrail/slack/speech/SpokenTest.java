package dev.handrail.slack.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.LabelMatcher.Operator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "silence flow=\"orders\", severity!=\"critical\" for 2h because deploy of the ERP",
                "<@U0BOT> silence flow=orders,severity!=critical for 2h because deploy of the ERP",
                "Silence {flow=\u201corders\u201d, severity!=\u201ccritical\u201d}  for 2h  because deploy of the ERP "
            })
    void givenASilence_whenWritten_thenItIsUnderstood(String text) {
        assertThat(Spoken.read(text))
                .isEqualTo(new Spoken.Silence(
                        List.of(
                                new LabelMatcher("flow", Operator.EQUAL, "orders"),
                                new LabelMatcher("severity", Operator.NOT_EQUAL, "critical")),
                        Duration.ofHours(2),
                        "deploy of the ERP"));
    }

    @Test
    void givenEscapedCharacters_whenWritten_thenTheyAreWhatWasTyped() {
        assertThat(Spoken.read("silence a=\"x &amp; y &lt;z&gt;\" for 1d because it's for you"))
                .isEqualTo(new Spoken.Silence(
                        List.of(new LabelMatcher("a", Operator.EQUAL, "x & y <z>")),
                        Duration.ofDays(1),
                        "it's for you"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silence",
                "silence flow=orders",
                "silence flow=orders for 2h",
                "silence flow=orders because I say so",
                "silence flow orders for 2h because deploy",
                "silence flow=orders for 2x because deploy",
                "silence a=~\"(\" for 2h because deploy",
                "end silence three"
            })
    void givenAnythingElseAboutSilences_whenWritten_thenNothingIsGuessed(String text) {
        assertThat(Spoken.read(text)).isInstanceOf(Spoken.Garbled.class);
    }

    @Test
    void givenAHandoverToNobody_whenWritten_thenTheExampleIsOfAHandover() {
        assertThat(Spoken.read("handover @someone"))
                .isEqualTo(new Spoken.Garbled(
                        "handover wants a colleague, whom you choose from the list that Slack shows after @",
                        "handover @ben"));
    }

    @Test
    void givenOtherWords_whenWritten_thenTheyAreUnderstoodOrNot() {
        assertThat(Spoken.read("<@U0BOT> silences")).isEqualTo(new Spoken.ListSilences());
        assertThat(Spoken.read("end silence #12")).isEqualTo(new Spoken.EndSilence(12));
        assertThat(Spoken.read("End silence 12")).isEqualTo(new Spoken.EndSilence(12));
        assertThat(Spoken.read("hello")).isEqualTo(new Spoken.Other());
        assertThat(Spoken.read("")).isEqualTo(new Spoken.Other());
    }
}
