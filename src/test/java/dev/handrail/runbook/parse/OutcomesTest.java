package dev.handrail.runbook.parse;

import static dev.handrail.runbook.parse.Reading.clean;
import static dev.handrail.runbook.parse.Reading.outcomes;
import static dev.handrail.runbook.parse.Reading.problems;
import static dev.handrail.runbook.parse.Reading.rules;
import static dev.handrail.runbook.parse.Reading.step;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Level 2: lists of outcomes. */
class OutcomesTest {
    private static final String HEAD = "---\nid: x\n---\n## Diagnosis\n\n### One\n\nLook.\n\n";
    private static final int LINE = 10;
    private static final String TAIL = """

            ### 2. Two

            Look again.

            ## Mitigation

            ### <a id="mend"></a>Mend it

            Mend.

            ## Verification

            ### Ask

            Is it over?
            """;

    private static String file(String... items) {
        return HEAD + String.join("\n", items) + "\n" + TAIL;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "next|#2-two",
                "[on](#2-two)|#2-two",
                "[mend](#mend)|#mend",
                "[mend](#mend-it)|#mend",
                "[all of it](#mitigation)|#mend",
                "[here](stuck.md#2-two)|#2-two",
                "resolved|#ask",
                "escalate|escalate ''",
                "escalate \"Broken: all of it\"|escalate 'Broken: all of it'",
                "escalate “Broken”|escalate 'Broken'",
                "[other](other.md)|orders/other.md",
                "[other](other.md#a-step)|orders/other.md#a-step",
                "[other](../pay/other.md)|pay/other.md",
                "[other](/other.md)|other.md",
                "[other](with%20space.md)|orders/with space.md",
                "wait 10m, then [on](#2-two)|wait 10m #2-two",
                "wait 10m, then next|wait 10m #2-two",
                "wait 2h then escalate \"x\"|wait 120m escalate 'x'",
            })
    void givenATarget_whenParsed_thenItLeadsThere(String written, String target) {
        var runbook = clean(file("- **A** → " + written, "- **B** -> next"));

        assertThat(outcomes(step(runbook, "one"))).containsExactly("A -> " + target, "B -> #2-two");
        assertThat(step(runbook, "one").text()).isEqualTo("Look.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere",
                "next!",
                "escalate Broken",
                "wait, then next",
                "wait 10, then next",
                "wait 10m",
                "wait 10m, then resolved",
                "wait 10m, then [x](other.md)",
                "wait 10m, then wait 5m, then next",
                "[on](#2-two) or so",
                "[on](#2-two) [off](#mend)",
                "`next`s",
            })
    void givenATargetWithASlip_whenParsed_thenItsPlaceIsNamed(String written) {
        assertThat(rules(file("- **A** → " + written, "- **B** → next"))).containsExactly(LINE + ":9 bad-target!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[x](https://example.org/a.md)|bad-target",
                "[x](image.png)|bad-target",
                "[x](../../up.md)|bad-target",
                "[x](#)|bad-target",
                "[x](#tow)|unknown-step",
                "[x](stuck.md#tow)|unknown-step",
            })
    void givenALinkThatLeadsNowhere_whenParsed_thenItIsAnError(String written, String rule) {
        assertThat(rules(file("- **A** → " + written, "- **B** → next"))).containsExactly(LINE + ":9 " + rule + "!");
    }

    @Nested
    class GivenAList {
        @Test
        void whenAStepIsMisspelt_thenTheNearestIsNamed() {
            assertThat(problems(file("- **A** → [mend](#mned)", "- **B** → next")))
                    .containsExactly(LINE + ":9: error unknown-step: found '#mned'; wanted 'mend'");
        }

        @Test
        void whenTheLeadingNumberIsLeftAway_thenThatIsAWarning() {
            var text = file("- **A** → [two](#two)", "- **B** → next");

            assertThat(problems(text))
                    .containsExactly(
                            LINE + ":9: warning loose-step-name: found '#two'; wanted '#2-two', as GitHub names it");
            assertThat(outcomes(step(Reading.runbook(text), "one"))).containsExactly("A -> #2-two", "B -> #2-two");
        }

        @Test
        void whenOneItemConforms_thenAllMust() {
            assertThat(rules(file(
                            "- **A** → next",
                            "- **B**",
                            "- **C** →",
                            "- D → next",
                            "- **E** → next\n\n  More.",
                            "- **F**: next")))
                    .containsExactly(
                            LINE + 1 + ":1 outcome-without-target!",
                            LINE + 2 + ":9 outcome-without-target!",
                            LINE + 3 + ":1 not-an-outcome!",
                            LINE + 4 + ":9 bad-target!",
                            LINE + 7 + ":1 not-an-outcome!");
        }

        @Test
        void whenNoItemHasAnArrow_thenItIsProse() {
            var runbook = clean(file("- **A**: look", "- **B**: look"));

            assertThat(outcomes(step(runbook, "one"))).containsExactly("Done -> #2-two", "Not fixed -> #2-two");
            assertThat(step(runbook, "one").text()).endsWith("- **B**: look");
        }

        @Test
        void whenTextFollows_thenThatIsAnError() {
            assertThat(rules(file("- **A** → next", "", "By the way.")))
                    .containsExactly(LINE + ":1 outcomes-not-last!");
        }

        @Test
        void whenACommentFollows_thenThatIsFine() {
            assertThat(outcomes(step(clean(file("- **A** → next", "", "<!-- by the way -->")), "one")))
                    .containsExactly("A -> #2-two");
        }

        @Test
        void whenThereAreMoreThanSix_thenTheSeventhIsNamed() {
            assertThat(rules(file(
                            "- **A** → next",
                            "- **B** → next",
                            "- **C** → next",
                            "- **D** → next",
                            "- **E** → next",
                            "- **F** → next",
                            "- **G** → next")))
                    .containsExactly("16:1 too-many-outcomes!");
        }

        @Test
        void whenALabelIsLongReservedOrThereTwice_thenEachIsNamed() {
            var items = file(
                    "- **" + "a".repeat(75) + "** → next",
                    "- **" + "b".repeat(76) + "** → next",
                    "- **Something else** → next",
                    "- **C** → next",
                    "- **c** → resolved");

            assertThat(rules(items))
                    .containsExactly("11:3 long-label!", "12:3 reserved-label!", "14:3 duplicate-outcome!");
        }

        @Test
        void whenAnEmojiStandsInALabel_thenColumnsCountItAsTwo() {
            assertThat(rules(file("- **😀 A** → nowhere", "- **B** → next"))).containsExactly(LINE + ":12 bad-target!");
        }

        @Test
        void whenItIsTheLastOfAListItem_thenTheItemBranches() {
            var runbook = clean(
                    "---\nid: x\n---\n## Fix\n\n1. Look.\n\n   - **Good** → resolved\n   - **Bad** → next\n2. Mend.\n");

            assertThat(outcomes(step(runbook, "look"))).containsExactly("Good -> resolved", "Bad -> #mend");
            assertThat(step(runbook, "look").text()).isEqualTo("Look.");
        }

        @Test
        void whenAProseSectionEndsWithIt_thenItIsNotCutThere() {
            var runbook = clean(
                    "---\nid: x\n---\n## Verification\n\nIs it over?\n\n- **Yes** → resolved\n- **No** → escalate\n");

            assertThat(outcomes(step(runbook, "verification"))).containsExactly("Yes -> resolved", "No -> escalate ''");
        }
    }

    @Nested
    class GivenTheEndOfAPart {
        @Test
        void whenMitigationEnds_thenVerificationFollows() {
            var runbook = clean(file("- **A** → next"));

            assertThat(outcomes(step(runbook, "mend"))).containsExactly("Done -> #ask", "Not fixed -> #ask");
            assertThat(outcomes(step(runbook, "ask"))).containsExactly("Fixed -> resolved", "Not fixed -> escalate ''");
        }

        @Test
        void whenNextIsAfterTheLastStep_thenItIsOver() {
            var runbook = clean("---\nid: x\n---\n## Fix\n\nDo.\n\n- **Done** → next\n");

            assertThat(outcomes(step(runbook, "fix"))).containsExactly("Done -> resolved");
        }

        @Test
        void whenAWaitWouldEndIt_thenThatIsAnError() {
            assertThat(rules("---\nid: x\n---\n## Fix\n\nDo.\n\n- **Done** → wait 5m, then next\n"))
                    .containsExactly("8:12 wait-then-ending!");
        }
    }

    @Nested
    class GivenNames {
        @Test
        void whenTwoExplicitOnesAreEqual_thenThatIsAnError() {
            assertThat(
                            rules(
                                    "---\nid: x\n---\n## Fix\n\n### <a id=\"a\"></a>One\n\nx\n\n### <a name='a'></a>Two\n\ny\n"))
                    .containsExactly("10:1 duplicate-name!");
        }

        @Test
        void whenHeadingsAreEqual_thenTheyAreCountedAsOnGitHub() {
            var runbook =
                    clean("---\nid: x\n---\n## Fix\n\n### Try\n\nx\n\n- **A** → [again](#try-1)\n\n### Try\n\ny\n");

            assertThat(outcomes(step(runbook, "try"))).containsExactly("A -> #try-1");
        }
    }
}
