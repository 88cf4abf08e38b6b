package dev.handrail.e2e;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.proposal.Git;
import dev.handrail.proposal.Proposals;
import dev.handrail.run.desk.RunReader;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.simulator.SlackMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alert that no runbook is certain for: people are offered those that read as if they were. */
@Waiting
class CandidateStoryTest {
    private static final String OWNERS = """
            default: platform
            owners:
              platform:
                name: Platform
                contacts:
                  - slack_user: U02BEN
              erp:
                name: ERP integration
                contacts:
                  - slack_user: U03MARTA
            """;
    private static final String FLOWS = """
            default_channel: "#commerce-alerts"
            flows:
              order-to-erp:
                name: Orders to ERP
                channel: "#order-flows"
                source: Storefront
                target: ERP
                owner: erp
            """;
    private static final String STALLED = """
            ---
            id: order-export-stalled
            title: Order export stalled
            owner: erp
            match:
              - alertname="OrderExportStalled"
            ---
            # Order export stalled

            ## Meaning

            The export to the ERP fails, and orders wait in the shop.

            ## Diagnosis

            ### Count the waiting orders

            Count them.

            - **None** → resolved
            - **Many** → escalate
            """;
    private static final String TAX = """
            ---
            id: order-export-tax
            title: Order export fails on tax
            owner: erp
            match:
              - alertname="OrderExportTax"
            ---
            # Order export fails on tax

            ## Meaning

            The export fails because the ERP refuses the order.

            ## Diagnosis

            ### Read the refusal

            Read it.

            - **It is the tax code** → resolved
            - **It is another** → escalate
            """;

    @TempDir
    private Path library;

    @ParameterizedTest
    @EnumSource
    void givenAnAlertThatReadsLikeARunbook_whenSomebodyPicksIt_thenItsFirstStepIsShownAndItIsRecorded(Database database)
            throws IOException {
        try (var handrail = start(database)) {
            var card = fires(handrail, 1);
            assertThat(handrail.timeline(1)).containsExactly("opened", "escalated", "level_told", "alerts_joined");
            assertThat(card.readable()).contains("*Why none*").doesNotContain("; perhaps");
            card.click(button(card, "Order export stalled"));

            card.expectReply("Count the waiting orders").click("None");
            card.expect("Resolved by");
            assertThat(card.now().orElseThrow().buttons()).isEmpty();
            assertThat(handrail.timeline(1)).containsSubsequence("runbook_picked", "step_shown", "finished");
            assertThat(handrail.bean(RunReader.class).firstMisstated()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoPeople_whenTheyPickDifferentOnesAtOnce_thenOneIsWalkedAndTheOtherIsTold(Database database)
            throws IOException {
        try (var handrail = start(database)) {
            var card = fires(handrail, 1);
            var stalled = button(card, "Order export stalled");
            var tax = button(card, "Order export fails on tax");
            var both = Map.of("U01ANA", stalled, "U02BEN", tax).entrySet().stream()
                    .map(press -> CompletableFuture.runAsync(
                            () -> handrail.card(press.getKey(), "#order-flows", "Perhaps one of these?")
                                    .click(press.getValue())))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(both).join();

            handrail.card("U01ANA", "#order-flows", "picked it").expectReply("Step 1 of 1");
            var ana = handrail.slack().as("U01ANA");
            var ben = handrail.slack().as("U02BEN");
            handrail.slack()
                    .await(
                            "the second to be told",
                            () -> Stream.of(ana, ben)
                                    .anyMatch(person ->
                                            person.ephemerals().stream().anyMatch(said -> said.contains("first"))));
            assertThat(handrail.timeline(1)).containsOnlyOnce("runbook_picked").containsOnlyOnce("step_shown");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenNoneFits_whenSomebodySaysSo_thenItIsRecordedAndTheOwnerStillHasIt(Database database) throws IOException {
        try (var handrail = start(database)) {
            var card = fires(handrail, 1);
            card.click("None of these");

            card.expect("says that none of these fits");
            assertThat(card.now().orElseThrow().buttons())
                    .contains("I've got it", button(card, "Order export stalled"))
                    .doesNotContain("None of these");
            card.click("I've got it");
            card.expectReply("There are no more steps");
            assertThat(handrail.timeline(1)).containsSubsequence("level_told", "candidates_declined", "page_taken");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenACandidateIsRetiredMeanwhile_whenItIsPicked_thenItsPresserIsToldAndNothingChanges(Database database)
            throws IOException {
        try (var handrail = start(database)) {
            var card = fires(handrail, 1);
            write(handrail, "export/stalled.md", STALLED.replace("owner: erp", "owner: erp\nstatus: retired"));
            card.click(button(card, "Order export stalled"));

            handrail.slack().as("U01ANA").expectEphemeral("export/stalled.md is retired now");
            card.click(button(card, "Order export fails on tax"));
            card.expectReply("Read the refusal");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenPicks_whenTheOwnerAppliesTheProposedPatch_thenTheNextSuchAlertIsMatched(Database database)
            throws IOException {
        try (var handrail = start(database)) {
            picksAndResolves(handrail, 1);
            var notice = handrail.slack().as("U03MARTA").inDirectMessages().message("could know an alert by itself");
            assertThat(notice.readable())
                    .contains("ana picked it for", "'{alertname=\"OrderExportFailing\", flow=\"order-to-erp\"}'");
            assertThat(notice.mentions()).isEmpty();

            picksAndResolves(handrail, 2);
            var proposals = handrail.bean(Proposals.class);
            assertThat(proposals.open()).singleElement().satisfies(open -> {
                assertThat(open.proposal().picks()).isEqualTo(2);
                assertThat(open.proposal().newest().incident().value()).isEqualTo(2);
            });

            Git.apply(library, proposals.open().getFirst().patch().orElseThrow());
            handrail.bean(CurrentLibrary.class).reload();
            notice.expect("Taken up");
            assertThat(handrail.slack().as("U03MARTA").inDirectMessages().messages())
                    .filteredOn(message -> message.readable().contains("Taken up"))
                    .hasSize(1);

            handrail.fires("OrderExportFailing", Map.of("flow", "order-to-erp", "shop", "eu-3"));
            handrail.card("U01ANA", "#order-flows", "Order export stalled").click("I'm on it");
            assertThat(handrail.incident(3).path("runbook").toString()).contains("order-export-stalled");
            assertThat(proposals.open()).isEmpty();
        }
    }

    private void picksAndResolves(RunningHandrail handrail, int number) {
        var card = fires(handrail, number);
        card.click(button(card, "Order export stalled"));
        card.expectReply("Count the waiting orders").click("None");
        card.expect("Resolved by");
        handrail.resolves("OrderExportFailing", Map.of("flow", "order-to-erp", "shop", "eu-" + number));
        handrail.passes(ofHours(2));
    }

    private static SlackMessage fires(RunningHandrail handrail, int number) {
        handrail.fires("OrderExportFailing", Map.of("flow", "order-to-erp", "shop", "eu-" + number));
        return handrail.card("U01ANA", "#order-flows", "Perhaps one of these?");
    }

    private static String button(SlackMessage card, String title) {
        return card.now().orElseThrow().buttons().stream()
                .filter(label -> label.endsWith(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button for " + title + ": " + card.readable()));
    }

    private RunningHandrail start(Database database) throws IOException {
        Files.createDirectories(library.resolve("export"));
        Files.writeString(library.resolve("owners.yml"), OWNERS);
        Files.writeString(library.resolve("flows.yml"), FLOWS);
        Files.writeString(library.resolve("export/stalled.md"), STALLED);
        Files.writeString(library.resolve("export/tax.md"), TAX);
        for (var other : List.of("Tax service down", "Courier label missing", "Stock feed late", "Refund doubled")) {
            Files.writeString(library.resolve(other.replace(" ", "-") + ".md"), "# " + other + "\n\nLook at it.\n");
        }
        return RunningHandrail.on(database, Map.of("handrail.runbooks", library.toString()));
    }

    private void write(RunningHandrail handrail, String file, String text) throws IOException {
        Files.writeString(library.resolve(file), text);
        handrail.bean(CurrentLibrary.class).reload();
    }
}
