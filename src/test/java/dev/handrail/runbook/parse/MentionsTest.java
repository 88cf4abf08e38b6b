package dev.handrail.runbook.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Position;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.StepId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a file names, and where. */
class MentionsTest {
    private static Mentions mentions(String text) {
        return RunbookParser.parse(Reading.PATH, text).mentions();
    }

    private static String place(Position at) {
        return at.line() + ":" + at.column();
    }

    @Nested
    class GivenFrontMatter {
        private static final String TEXT = """
                ---
                id: stuck
                match:
                  - alertname="A"
                  - '{flow="orders"}'
                review: {last: 2026-09-01, every: 90d}
                ---
                Look.
                """;

        @Test
        void whenRead_thenThePlaceOfEachValueIsKnown() {
            var mentions = mentions(TEXT);

            assertThat(place(mentions.at("id"))).isEqualTo("2:5");
            assertThat(place(mentions.at("match.1"))).isEqualTo("5:5");
            assertThat(place(mentions.at("review.last"))).isEqualTo("6:16");
        }

        @Test
        void whenAKeyIsNotThere_thenTheFileBegins() {
            assertThat(place(mentions(TEXT).at("owner"))).isEqualTo("1:1");
            assertThat(place(mentions("Look.").at("id"))).isEqualTo("1:1");
        }
    }

    @Nested
    class GivenLinks {
        @Test
        void whenTheyStandAnywhere_thenEachIsThereWithItsPlaceAndPurpose() {
            var text = """
                    # T

                    See [the map](maps/a.md#top) and ![shot](img/x.png).

                    > - <https://example.org>

                    <p>
                      <img src="y.png"> <a href='b.md'>b</a>
                    </p>

                    ## Fix

                    Text [ref][r].

                    - **A** → [there](other.md#go)

                    [r]: ref.md
                    """;

            assertThat(mentions(text).links())
                    .extracting(link -> place(link.at()) + " " + link.kind() + " " + link.address())
                    .containsExactly(
                            "3:5 TEXT maps/a.md#top",
                            "3:34 IMAGE img/x.png",
                            "5:5 TEXT https://example.org",
                            "8:13 IMAGE y.png",
                            "8:30 TEXT b.md",
                            "13:6 TEXT ref.md",
                            "15:11 OUTCOME other.md#go");
        }
    }

    @Nested
    class GivenNames {
        @Test
        void whenHeadingsAndTagsHaveThem_thenALinkMayUseThem() {
            var text =
                    "# T\n\n## 1. Look\n\n## Look\n\n## Look\n\n> ### In a quote\n\n<a id=\"here\"></a>\n\n<div name=there>\n</div>\n";

            assertThat(mentions(text).anchors())
                    .containsExactlyInAnyOrder("t", "1-look", "look", "look-1", "in-a-quote", "here", "there");
        }
    }

    @Nested
    class GivenOutcomes {
        private static final String TEXT =
                "## Fix\n\n### One\n\n- **A** → next\n- **B** -> escalate\n\n### Two\n\nDo.\n";

        @Test
        void whenListed_thenTheirPlacesAreKnown() {
            assertThat(mentions(TEXT).outcomes())
                    .extracting(each ->
                            each.step() + " " + each.label() + " " + place(each.at()) + " " + place(each.targetAt()))
                    .containsExactly("one A 5:3 5:9", "one B 6:3 6:9");
            assertThat(place(mentions(TEXT).targetAt(new StepId("one"), "B"))).isEqualTo("6:9");
            assertThat(place(mentions(TEXT).targetAt(new StepId("two"), "Done")))
                    .isEqualTo("1:1");
        }
    }

    @Nested
    class GivenVariables {
        @Test
        void whenTheyStandInTextOrCode_thenEachIsThere() {
            var text =
                    "Look at <pod> in $NAMESPACE.\n\n```sh\nkubectl get ${POD}\n```\n\n```yaml handrail\nask: x\nhint: $NO\n```\n";

            assertThat(mentions(text).variables())
                    .extracting(each -> place(each.at()) + " " + each.name() + " " + each.written())
                    .containsExactly("1:9 pod <pod>", "1:18 NAMESPACE $NAMESPACE", "4:13 POD ${POD}");
        }
    }

    @Nested
    class GivenAFileWithErrors {
        @Test
        void whenRead_thenWhatItNamesIsStillKnown() {
            var parsed = RunbookParser.parse(Reading.PATH, "---\nowner: x\nonwer: y\n---\n## Fix\n\n[a](b.md)\n");

            assertThat(parsed.runbooks()).isEmpty();
            assertThat(parsed.mentions().links()).hasSize(1);
            assertThat(place(parsed.mentions().at("owner"))).isEqualTo("2:8");
        }
    }
}
