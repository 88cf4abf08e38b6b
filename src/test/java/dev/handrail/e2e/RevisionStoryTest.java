package dev.handrail.e2e;

import static dev.handrail.e2e.TestAlert.ORDER;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.run.desk.RunReader;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.simulator.SlackMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The runbook is edited while somebody walks it. */
@Waiting
class RevisionStoryTest {
    private static final String ORDERS = "#order-flows";
    private static final String STUCK = "stuck.md";
    private static final String OWNERS = """
            default: erp
            owners:
              erp:
                name: ERP integration
                contacts:
                  - slack_user: U03MARTA
                acknowledge_within: 5m
                step_within: 15m
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
    private static final String FIRST = """
            ---
            title: Orders stuck
            flow: order-to-erp
            match:
              - alertname="OrdersStuck"
            ---
            # Orders stuck

            ## Diagnosis

            ### Count

            Count them.

            - **Many** → next
            - **None** → resolved

            ## Mitigation

            ### Replay

            Replay them.

            ```yaml handrail
            retry: manual
            key: "{{ order_id }}"
            limit: 3
            backoff: [2m, 5m]
            outcomes: {ok: Exported, failed: Not exported}
            ```

            - **Exported** → resolved
            - **Not exported** → [Replay](#replay)
            """;

    @TempDir
    private Path library;

    @ParameterizedTest
    @EnumSource
    void givenAnEdit_whenTheEngineerGoesOnWithIt_thenTheStepIsShownAgainAndItsTriesStay(Database database)
            throws IOException {
        try (var handrail = start(database)) {
            var card = atTheReplay(handrail);
            card.expectReply("Start try 1 of 3").click("Start try 1 of 3");
            var trying = card.expectReply("is under way");
            edit(
                    handrail,
                    FIRST.replace("Count them.", "Count them twice.")
                            .replace("limit: 3\nbackoff: [2m, 5m]", "limit: 2\nbackoff: [2m]"));
            card.expect("A newer revision of this runbook exists: step 1 reworded, limit of step 2: 3 -&gt; 2");
            assertThat(trying.now().orElseThrow().buttons()).doesNotContain("Use the newer revision…");
            trying.click("Not exported");

            card.expectReply("Next try from").click("Use the newer revision…");
            var modal = handrail.slack().as("U01ANA").modal();
            assertThat(modal.contains("limit of step 2: 3 -&gt; 2")).isTrue();
            assertThat(modal.contains("“Replay” is shown again")).isTrue();
            modal.submit(Map.of());

            card.expectReply("gone on with a newer revision");
            handrail.passes(ofMinutes(2).plusSeconds(1));
            card.expectReply("Start try 2 of 2");
            assertThat(card.now().orElseThrow().readable()).doesNotContain("newer revision");
            assertThat(handrail.timeline(1)).containsSubsequence("newer_revision", "revision_switched", "step_shown");
            assertThat(handrail.incident(1).path("newer_revision").isNull()).isTrue();
            assertThat(handrail.bean(RunReader.class).firstMisstated()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenTheStepIsRemoved_whenTheEngineerGoesOn_thenItIsAtTheFirstThatWasNotShown(Database database)
            throws IOException {
        try (var handrail = start(database)) {
            var card = onTheFirstStep(handrail);
            edit(handrail, FIRST.replace("### Count", "### Measure"));
            card.expect("new step 1 “Measure”, step 1 “Count” removed");
            card.expectReply("Count them").click("Use the newer revision…");
            var modal = handrail.slack().as("U01ANA").modal();
            assertThat(modal.contains("“Count” is no longer there")).isTrue();
            modal.submit(Map.of());

            card.expectReply("*Measure*").click("Many");
            card.expectReply("Start try 1 of 3");
            assertThat(card.thread()).anyMatch(reply -> reply.contains("Count: gone on with a newer revision"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenANewerRevisionThatCannotBeWalked_whenItIsAskedFor_thenTheEngineerIsToldWhy(Database database)
            throws IOException {
        try (var handrail = start(database)) {
            var card = onTheFirstStep(handrail);
            edit(handrail, FIRST.replace("Count them.", "Count them twice."));
            var step = card.expectReply("Use the newer revision…");
            edit(handrail, FIRST.replace("---\ntitle", "---\nstatus: retired\ntitle"));
            step.click("Use the newer revision…");
            handrail.slack().as("U01ANA").expectEphemeral("stuck.md is retired now");

            card.expectReply("Step 1 of 2").click("Many");
            card.expectReply("Step 2 of 2");
            assertThat(handrail.timeline(1)).doesNotContain("revision_switched");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAnEditThatBreaksTheFile_whenItIsRead_thenTheRunStaysAndNothingIsOffered(Database database)
            throws IOException {
        try (var handrail = start(database)) {
            var card = onTheFirstStep(handrail);
            edit(handrail, FIRST.replace("→ next", "→ nowhere"));
            edit(handrail, FIRST.replace("Count them.", "Count them twice."));
            card.expect("step 1 reworded");
            edit(handrail, FIRST);
            handrail.slack()
                    .await("nothing newer", () -> !card.now().orElseThrow().contains("newer revision"));

            assertThat(handrail.timeline(1))
                    .filteredOn("newer_revision"::equals)
                    .hasSize(2);
        }
    }

    private SlackMessage onTheFirstStep(RunningHandrail handrail) {
        handrail.fires("OrdersStuck", ORDER);
        var card = handrail.card("U01ANA", ORDERS, "Nobody is on it yet");
        card.click("I'm on it");
        card.expectReply("Step 1 of 2");
        return card;
    }

    private SlackMessage atTheReplay(RunningHandrail handrail) {
        var card = onTheFirstStep(handrail);
        card.expectReply("Step 1 of 2").click("Many");
        card.expectReply("Step 2 of 2");
        return card;
    }

    private RunningHandrail start(Database database) throws IOException {
        Files.writeString(library.resolve("owners.yml"), OWNERS);
        Files.writeString(library.resolve("flows.yml"), FLOWS);
        Files.writeString(library.resolve(STUCK), FIRST);
        return RunningHandrail.on(database, Map.of("handrail.runbooks", library.toString()));
    }

    private void edit(RunningHandrail handrail, String text) throws IOException {
        Files.writeString(library.resolve(STUCK), text);
        handrail.bean(CurrentLibrary.class).reload();
    }
}
