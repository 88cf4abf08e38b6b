package dev.handrail.runbook.parse;

import static dev.handrail.runbook.parse.Reading.clean;
import static dev.handrail.runbook.parse.Reading.ids;
import static dev.handrail.runbook.parse.Reading.outcomes;
import static dev.handrail.runbook.parse.Reading.problems;
import static dev.handrail.runbook.parse.Reading.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.runbook.Resolution;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Runbook.Status;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Step.Part;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Level 0: files that nobody wrote for Handrail. */
class PlainFileTest {
    @Nested
    class GivenAFileWithKnownSections {
        private static final String TEXT = """
                # OrderExportStalled

                A word before.

                ## Overview

                Orders do not leave.

                ### In detail

                Not one.

                ## Business impact

                No parcels.

                ## Likely causes:

                - ERP down

                ## TROUBLESHOOTING

                Before you begin:

                - Look at the queue.
                  It may be long.

                  ```sh
                  queue --depth
                  ```
                - Look at the ERP

                Some words after.

                ## Recovery

                ### 1. Restart the exporter

                Gently.

                #### How

                With care.

                ### 2. Drain

                Slowly.

                ## Who to call

                Marta.

                ## See also

                [Docs](https://example.org)
                """;

        @Test
        void whenParsed_thenWhatIsReadIsInItsSection() {
            var sections = clean(TEXT).sections();

            assertThat(sections.meaning())
                    .isEqualTo("A word before.\n\nOrders do not leave.\n\n### In detail\n\nNot one.");
            assertThat(sections.impact()).isEqualTo("No parcels.");
            assertThat(sections.causes()).isEqualTo("- ERP down");
            assertThat(sections.escalation()).isEqualTo("Marta.");
            assertThat(sections.references()).isEqualTo("[Docs](https://example.org)");
            assertThat(sections.links()).isEmpty();
        }

        @Test
        void whenParsed_thenStepsAreListItemsOrSubHeadings() {
            var runbook = clean(TEXT);

            assertThat(ids(runbook))
                    .containsExactly("look-at-the-queue", "look-at-the-erp", "1-restart-the-exporter", "2-drain");
            assertThat(runbook.walk().steps())
                    .extracting(Step::title)
                    .containsExactly("Look at the queue", "Look at the ERP", "Restart the exporter", "Drain");
            assertThat(runbook.walk().steps())
                    .extracting(Step::part)
                    .containsExactly(Part.DIAGNOSIS, Part.DIAGNOSIS, Part.MITIGATION, Part.MITIGATION);
            assertThat(runbook.walk().steps()).extracting(Step::line).containsExactly(25, 31, 37, 45);
        }

        @Test
        void whenParsed_thenEachStepKeepsItsWholeText() {
            var runbook = clean(TEXT);

            assertThat(step(runbook, "look-at-the-queue").text())
                    .isEqualTo("Before you begin:\n\nLook at the queue.\nIt may be long.\n\n```sh\nqueue --depth\n```");
            assertThat(step(runbook, "look-at-the-erp").text()).isEqualTo("Look at the ERP\n\nSome words after.");
            assertThat(step(runbook, "1-restart-the-exporter").text()).isEqualTo("Gently.\n\n#### How\n\nWith care.");
        }

        @Test
        void whenParsed_thenOutcomesAreTheDefaultOnes() {
            var runbook = clean(TEXT);

            assertThat(outcomes(step(runbook, "look-at-the-erp")))
                    .containsExactly("Done -> #1-restart-the-exporter", "Not fixed -> #1-restart-the-exporter");
            assertThat(outcomes(step(runbook, "2-drain")))
                    .containsExactly("Fixed -> resolved", "Not fixed -> escalate ''");
        }

        @Test
        void whenParsed_thenEverythingElseIsTheDefault() {
            var runbook = clean(TEXT);

            assertThat(runbook.id()).isEqualTo("orders/stuck");
            assertThat(runbook.path()).isEqualTo("orders/stuck.md");
            assertThat(runbook.title()).isEqualTo("OrderExportStalled");
            assertThat(runbook.revision()).isEqualTo(Revision.of(TEXT));
            assertThat(runbook.status()).isEqualTo(Status.ACTIVE);
            assertThat(runbook.match()).isEmpty();
            assertThat(runbook.policy().resolve()).isEqualTo(new Resolution.Verify());
            assertThat(runbook.policy().owner()).isEmpty();
        }
    }

    @Nested
    class GivenVerification {
        @Test
        void whenItStandsBeforeMitigation_thenItIsDiagnosis() {
            var runbook = clean("# A\n\n## Verify\n\nIs it so?\n\n## Fix\n\nMend.\n\n## Verification\n\nIs it over?\n");

            assertThat(runbook.walk().steps())
                    .extracting(Step::part)
                    .containsExactly(Part.DIAGNOSIS, Part.MITIGATION, Part.VERIFICATION);
            assertThat(ids(runbook)).containsExactly("verify", "fix", "verification");
            assertThat(outcomes(step(runbook, "fix")))
                    .containsExactly("Done -> #verification", "Not fixed -> #verification");
        }
    }

    @Nested
    class GivenAListWithCodeBetweenItsItems {
        @Test
        void whenParsed_thenTheCodeStaysWithTheItemBeforeIt() {
            var runbook =
                    clean("# A\n\n## Steps\n\n1. Run:\n\n```sh\none\n```\n\nIt shows.\n\n2. Run:\n\n```sh\ntwo\n```\n");

            assertThat(runbook.walk().steps())
                    .extracting(Step::text)
                    .containsExactly("Run:\n\n```sh\none\n```\n\nIt shows.", "Run:\n\n```sh\ntwo\n```");
        }

        @Test
        void whenASentenceOpensANewList_thenItGoesWithThatList() {
            var runbook = clean("# A\n\n## Steps\n\n- one\n- two\n\n> quoted\n\nOther things:\n\n- three\n");

            assertThat(runbook.walk().steps())
                    .extracting(Step::text)
                    .containsExactly("one", "two\n\n> quoted", "Other things:\n\nthree");
        }
    }

    @Nested
    class GivenAFileWithNoKnownWord {
        @Test
        void whenALevelOfHeadingsRepeats_thenEachIsAStep() {
            var runbook = clean("""
                    # The queue is full

                    It is.

                    ## Look

                    Where it is full.

                    ### Deeper

                    Where else.

                    ## Empty it

                    - one
                    - two

                    ## Links

                    - here
                    """);

            assertThat(ids(runbook)).containsExactly("look", "empty-it");
            assertThat(step(runbook, "look").text()).isEqualTo("Where it is full.\n\n### Deeper\n\nWhere else.");
            assertThat(step(runbook, "empty-it").text()).isEqualTo("- one\n- two");
            assertThat(runbook.sections().meaning()).isEqualTo("It is.");
            assertThat(runbook.sections().references()).isEqualTo("- here");
        }

        @Test
        void whenOnlyALowerLevelRepeats_thenHeadingsAboveGoWithTheStepBelow() {
            var runbook = clean("# T\n\n## Work\n\n### One\n\na\n\n### Two\n\nb\n\n# Other\n\n### Three\n\nc\n");

            assertThat(ids(runbook)).containsExactly("one", "two", "three");
            assertThat(step(runbook, "one").text()).isEqualTo("## Work\n\na");
            assertThat(step(runbook, "three").text()).isEqualTo("# Other\n\nc");
        }

        @Test
        void whenItHasNoHeadings_thenItsListIsCut() {
            assertThat(clean("Do this:\n\n1. one\n2. two\n").walk().steps())
                    .extracting(Step::text)
                    .containsExactly("Do this:\n\none", "two");
        }

        @Test
        void whenItIsProse_thenItIsOneStep() {
            var runbook = clean("Call Marta.\n\nThen wait.");

            assertThat(runbook.title()).isEqualTo("stuck");
            assertThat(ids(runbook)).containsExactly("stuck");
            assertThat(step(runbook, "stuck").text()).isEqualTo("Call Marta.\n\nThen wait.");
            assertThat(outcomes(step(runbook, "stuck")))
                    .containsExactly("Fixed -> resolved", "Not fixed -> escalate ''");
        }

        @Test
        void whenItIsAllContext_thenItIsOneStepAllTheSame() {
            var runbook = clean("# T\n\n## Meaning\n\nBad.\n\n## Impact\n\nMuch.\n");

            assertThat(runbook.walk().steps())
                    .extracting(Step::text)
                    .containsExactly("## Meaning\n\nBad.\n\n## Impact\n\nMuch.");
            assertThat(runbook.sections().impact()).isEqualTo("Much.");
        }

        @Test
        void whenItHasOnlyATitle_thenThatIsTheStep() {
            assertThat(clean("# Call Marta\n").walk().steps())
                    .extracting(Step::title)
                    .containsExactly("Call Marta");
        }

        @Test
        void whenItHasNoText_thenThatIsAnError() {
            assertThat(problems("\n\n")).containsExactly("1:1: error empty: found no text; wanted what to do");
            assertThat(problems("---\ntitle: a\n---\n"))
                    .containsExactly("1:1: error empty: found no text; wanted what to do");
        }
    }

    @Nested
    class GivenASectionOfAnotherName {
        @Test
        void whenItStandsAmongTheSteps_thenItIsWalkedToo() {
            var runbook = clean(
                    "# T\n\n## Before\n\nx\n\n## Diagnosis\n\nLook.\n\n## Roll back\n\nGently.\n\n## Links\n\nz\n");

            assertThat(ids(runbook)).containsExactly("diagnosis", "roll-back");
            assertThat(runbook.sections().meaning()).isEqualTo("## Before\n\nx");
        }

        @Test
        void whenItHoldsKnownSections_thenItsHeadingIsKept() {
            var runbook =
                    clean("# T\n\n## Queue\n\n### Diagnosis\n\nLook.\n\n## Database\n\n### Diagnosis\n\nLook too.\n");

            assertThat(ids(runbook)).containsExactly("diagnosis", "diagnosis-1");
            assertThat(step(runbook, "diagnosis-1").text()).isEqualTo("## Database\n\nLook too.");
        }
    }

    @Nested
    class GivenHeadingsWithMoreOrLessThanAStep {
        @Test
        void whenNothingStandsBelowOne_thenItGoesWithTheNextStep() {
            var runbook = clean("# T\n\n## One\n\n## Two\n\nLook.\n\n## Three\n");

            assertThat(ids(runbook)).containsExactly("two");
            assertThat(step(runbook, "two").text()).isEqualTo("## One\n\nLook.\n\n## Three");
        }

        @Test
        void whenNothingStandsInTheWholeFile_thenTheLastIsTheStep() {
            assertThat(clean("# Only a title\n").walk().first().text()).isEqualTo("# Only a title");
        }

        @Test
        void whenALinkStandsInOne_thenTheStepSaysWhereItLeads() {
            var runbook = clean("# T\n\n## [One](https://a.example)\n\nLook.\n\n## Two\n\nLook.\n");

            assertThat(step(runbook, "one").text()).isEqualTo("## [One](https://a.example)\n\nLook.");
        }
    }

    @Nested
    class GivenFrontMatterOfAnotherTool {
        @Test
        void whenParsed_thenItsKeysAreNoProblemAndTheH1IsTheTitle() {
            var runbook = clean(
                    "---\ntitle: Order Export Stalled\nweight: 20\ntags: [a]\n---\n# OrderExportStalled\n\nLook.\n");

            assertThat(runbook.title()).isEqualTo("OrderExportStalled");
            assertThat(runbook.match()).isEmpty();
            assertThat(clean("---\ntitle: Order Export\n---\nLook.\n").title()).isEqualTo("Order Export");
        }

        @Test
        void whenSomeOfItsKeysAreOursToo_thenItIsStillTheirs() {
            var runbook = clean("---\nid: a b\ntitle: [x]\nstatus: ACTIVE\nsidebar_label: A\n---\n# Alert\n\nLook.\n");

            assertThat(runbook.id()).isNotEqualTo("a b");
            assertThat(runbook.status()).isEqualTo(Status.ACTIVE);
        }

        @Test
        void whenItNamesAnOwner_thenAWarningSaysThatNobodyReadsIt() {
            assertThat(problems("---\nrunbook_id: a\nowner: b\n---\nText."))
                    .containsExactly(
                            "3:1: warning not-our-front-matter: found 'owner' beside keys of another tool, so that"
                                    + " Handrail reads none; wanted x- before each key that is not Handrail's");
        }

        @Test
        void whenItIsATemplateAndNotYetYaml_thenThatIsAWarning() {
            assertThat(problems("---\ntitle: {% title %}\n---\nText."))
                    .hasSize(1)
                    .allMatch(said -> said.contains("warning"));
        }

        @Test
        void whenItIsToml_thenItIsNoText() {
            var runbook = clean("+++\ntitle = 'A'\n+++\n# Alert\n\nLook.\n");

            assertThat(runbook.walk().first().text()).isEqualTo("Look.");
        }

        @Test
        void whenAKeyIsNearlyOneOfOurs_thenThatIsAWarning() {
            assertThat(problems("---\ntitle: A\nowners: [b]\n---\nText."))
                    .containsExactly("3:1: warning unknown-key: found 'owners'; wanted 'owner'");
        }
    }

    @Nested
    class GivenARuleOfDashesAtTheTop {
        @Test
        void whenNoYamlFollows_thenItIsText() {
            assertThat(clean("---\n\nSome words.\n\n---\n\nMore.").walk().steps())
                    .extracting(Step::text)
                    .containsExactly("---\n\nSome words.\n\n---\n\nMore.");
            assertThat(problems("---\n\nSome words.")).isEmpty();
        }

        @Test
        void whenYamlFollowsThatNeverEnds_thenThatIsAnError() {
            assertThat(problems("---\nowner: x\n\n# T\n"))
                    .containsExactly(
                            "1:1: error front-matter-without-end: found no second ---; wanted --- after the last key");
        }
    }

    @Nested
    class GivenAListThatIsNearlyOfOutcomes {
        @Test
        void whenTheFileIsPlain_thenItIsProseWithAWarning() {
            var text = "# T\n\n## Diagnosis\n\nLook.\n\n- **High** → check the pods\n- **Low** → next\n";

            assertThat(problems(text))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("7:12: warning bad-target: found 'High → check the pods'");
            assertThat(step(Reading.runbook(text), "diagnosis").text()).contains("check the pods");
        }

        @Test
        void whenItHasNoSlip_thenItIsOneOfOutcomes() {
            var runbook =
                    clean("# T\n\n## Diagnosis\n\nLook.\n\n- **High** → next\n- **Low** → resolved\n\n## Fix\n\nDo.\n");

            assertThat(outcomes(step(runbook, "diagnosis"))).containsExactly("High -> #fix", "Low -> resolved");
            assertThat(step(runbook, "diagnosis").text()).isEqualTo("Look.");
        }
    }

    @Nested
    class GivenAnUnusualEncoding {
        @Test
        void whenLinesEndAsOnWindowsAndAMarkComesFirst_thenNothingChanges() {
            var runbook = clean("\uFEFF---\r\nid: x\r\n---\r\n# T\r\n\r\n## Fix\r\n\r\n- one\r\n- two\r\n");

            assertThat(runbook.id()).isEqualTo("x");
            assertThat(runbook.walk().steps()).extracting(Step::text).containsExactly("one", "two");
            assertThat(runbook.walk().steps()).extracting(Step::line).containsExactly(8, 9);
        }
    }
}
