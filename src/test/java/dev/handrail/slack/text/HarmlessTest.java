package dev.handrail.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers write can neither mention anybody, nor pass for a link, nor hide. */
class HarmlessTest {
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            <!channel> &lt;!channel&gt;
            <@U01ANA> &lt;@U01ANA&gt;
            <!subteam^S01ERP> &lt;!subteam^S01ERP&gt;
            <https://evil|https://bank> &lt;https://evil|https://bank&gt;
            &lt;!here&gt; &amp;lt;!here&amp;gt;
            a&b a&amp;b
            """)
    void givenMarkup_whenItIsText_thenItStaysText(String text, String wanted) {
        assertThat(Mrkdwn.text(text).toString()).isEqualTo(wanted);
        assertThat(Mrkdwn.format("*%s*", text).toString()).isEqualTo("*" + wanted + "*");
        assertThat(Phrase.of("%s", text).shown().toString()).isEqualTo(wanted);
        assertThat(Phrase.of("%s", text).spoken().toString()).isEqualTo(wanted);
        assertThat(Json.write(Kit.mrkdwn(Mrkdwn.text(text)))).contains("\"verbatim\":true");
    }

    @ParameterizedTest
    @CsvSource({
        "8238,[U+202E]", "8234,[U+202A]", "8294,[U+2066]", "8297,[U+2069]", "8206,[U+200E]", "8207,[U+200F]",
        "0,[U+0000]", "27,[U+001B]", "155,[U+009B]", "8232,[U+2028]", "65279,[U+FEFF]", "55357,[U+D83D]"
    })
    void givenWhatHidesOrReorders_whenItIsShown_thenItIsNamed(int character, String wanted) {
        var text = "gnp" + Character.toString(character) + ".exe";

        assertThat(Harmless.line(text, 100)).isEqualTo("gnp" + wanted + ".exe");
        assertThat(Json.write(Markdown.body(text, Map.of()).within(1000).blocks()))
                .contains(wanted.equals("[U+0000]") ? "gnp" : wanted);
    }

    @Test
    void givenLineBreaks_whenAskedForALine_thenItIsOne() {
        assertThat(Harmless.line("a\r\n*Resolved by Ana*\n\tb", 100)).isEqualTo("a *Resolved by Ana* b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "&", "<", "ü", "😀", "\u202E"})
    void givenAHugeText_whenItIsShown_thenItFits(String character) {
        var huge = character.repeat(100_000);

        assertThat(Mrkdwn.text(huge, 300).toString())
                .hasSizeLessThanOrEqualTo(300)
                .endsWith("…");
        assertThat(Harmless.line(huge, 80)).hasSizeLessThanOrEqualTo(80).endsWith("…");
        assertThat(Harmless.line(huge, 81)
                                .chars()
                                .filter(c -> Character.isSurrogate((char) c))
                                .count()
                        % 2)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "slack://user",
                "//evil",
                "http:",
                ""
            })
    void givenAnAddressThatNobodyMayBeSentTo_whenLinked_thenOnlyItsLabelIsShown(String url) {
        assertThat(Mrkdwn.link(url, "here").toString()).isEqualTo("here");
        assertThat(Json.write(Markdown.body("[here](<" + url + ">)", Map.of())
                        .within(100)
                        .blocks()))
                .doesNotContain("\"link\"");
    }

    @Test
    void givenAnAddressThatBreaksOut_whenLinked_thenItDoesNot() {
        assertThat(Mrkdwn.link("https://a.example/?x=1&y=<!here>|z", "a|b <!here>")
                        .toString())
                .isEqualTo("<https://a.example/?x=1&amp;y=%3C!here%3E%7Cz|a¦b &lt;!here&gt;>");
        assertThat(Mrkdwn.link("https://a.example/" + "&".repeat(900), "long").toString())
                .isEqualTo("long");
    }

    @Test
    void givenAContactThatIsNoId_whenMentioned_thenItIsText() {
        assertThat(Mrkdwn.user("U01ANA").toString()).isEqualTo("<@U01ANA>");
        assertThat(Mrkdwn.user("U1> <!channel").toString()).isEqualTo("U1&gt; &lt;!channel");
        assertThat(Mrkdwn.group("S01ERP").toString()).isEqualTo("<!subteam^S01ERP>");
        assertThat(Mrkdwn.group("channel").toString()).isEqualTo("channel");
    }
}
