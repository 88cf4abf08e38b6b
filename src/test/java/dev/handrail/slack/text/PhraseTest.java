package dev.handrail.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.slack.words.SaidAt;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhraseTest {
    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    @Test
    void whenShown_thenItsTimesAreEachReadersOwn_andReadOutTheyAreInUtc() {
        var phrase = Phrase.of("%s · %s", "a <b>", AT);

        assertThat(phrase.shown()).hasToString("a &lt;b&gt; · <!date^1795227000^{time}|02:10 UTC>");
        assertThat(phrase.spoken()).hasToString("a &lt;b&gt; · 02:10 UTC");
    }

    @Test
    void givenATimeOfAnotherDay_whenSaid_thenItsDayIsSaidToo() {
        var phrase = Phrase.of("%s", AT);
        var sameDay = Instant.parse("2026-11-21T23:59:00Z");
        var dayBefore = Instant.parse("2026-11-20T23:59:00Z");

        assertThat(SaidAt.on(sameDay, phrase::shown)).isEqualTo(phrase.shown());
        assertThat(SaidAt.on(dayBefore, phrase::shown))
                .hasToString("<!date^1795227000^{date_short_pretty} {time}|2026-11-21 02:10 UTC>");
        assertThat(SaidAt.on(dayBefore, phrase::spoken)).hasToString("2026-11-21 02:10 UTC");
    }

    @Test
    void whenKeptAndShownLater_thenItsTimesAreEachReadersOwnAgain() {
        var kept = Phrase.of("%s · %s", "a <!channel>", Phrase.of("%s", AT)).kept();

        assertThat(kept).isEqualTo("a <!channel> · 2026-11-21T02:10:00Z");
        assertThat(Mrkdwn.kept(kept, 100)).hasToString("a &lt;!channel&gt; · <!date^1795227000^{time}|02:10 UTC>");
    }

    @Test
    void givenNoTimeThatThereIs_whenKeptWordsAreShown_thenTheyStandThere() {
        assertThat(Mrkdwn.kept("2026-13-41T25:61:00Z", 100)).hasToString("2026-13-41T25:61:00Z");
    }
}
