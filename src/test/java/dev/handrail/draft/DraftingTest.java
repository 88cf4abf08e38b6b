package dev.handrail.draft;

import static dev.handrail.slack.Drill.ANA;
import static dev.handrail.slack.Drill.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Problem;
import dev.handrail.proposal.Git;
import dev.handrail.run.Command;
import dev.handrail.run.Ending;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Upshot;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.parse.RunbookParser;
import dev.handrail.slack.Drill;
import dev.handrail.slack.Plans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

class DraftingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String ADDRESS = "https://handrail.example/incidents/42";
    private static final Map<String, String> LABELS =
            Map.of("alertname", "StockFeedLate", "flow", "stock", "severity", "high", "pod", "feed-1");
    private static final Library LIBRARY = library(List.of());

    /** A night with looks, tries and an end. */
    private static IncidentView night() {
        return alerting(
                        LABELS,
                        Map.of(
                                "summary",
                                "The stock feed is *late*",
                                "impact",
                                "Shops oversell",
                                "generator_url",
                                "https://prometheus.example/graph?g0.expr=up&g0.tab=0"))
                .does(new Command.TakePage(ANA))
                .does(new Command.AddNote(ANA, "Look at `feed_queue`: https://grafana.example/d/1 shows 412", false))
                .does(new Command.Escalate(ANA, "Who may restart it?"))
                .does(new Command.TakePage(BEN))
                .does(new Command.Resolve(BEN, "Restarted the feed", Optional.of(Fix.RETRY)))
                .view();
    }

    private static Drill alerting(Map<String, String> labels, Map<String, String> annotations) {
        return Drill.unknown()
                .titled(labels.getOrDefault("alertname", "An alert without a name"))
                .with(new AlertSummary(2, 2, labels, annotations, Optional.empty()));
    }

    private static Library library(List<Runbook> runbooks) {
        return new Library(catalogue(), runbooks, List.of());
    }

    private static Catalogue catalogue() {
        try {
            var folder = Files.createTempDirectory("draft");
            Files.writeString(folder.resolve("owners.yml"), """
                    default: erp
                    owners:
                      erp: {name: ERP integration, contacts: [{slack_user: U01ANA}, {email: erp@example.org}]}
                    """);
            Files.writeString(folder.resolve("flows.yml"), """
                    default_channel: "#commerce"
                    flows:
                      stock: {name: Stock to shops, source: ERP, target: Shop, owner: erp}
                    """);
            return CatalogueReader.read(folder).catalogue().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Draft draft(IncidentView view, Library library) {
        var setting = Setting.of(view, library.catalogue(), TODAY, ADDRESS);
        return new Drafting(library, Findings.of(view, text -> text), setting).draft();
    }

    private static Runbook runbook(Draft draft) {
        return RunbookParser.parse(draft.path(), draft.text()).runbook().orElseThrow();
    }

    @Example
    void givenANightsRecord_whenItIsDrafted_thenTheFileSaysWhatWasDoneAndAsksForTheRest() {
        var draft = draft(night(), LIBRARY);

        assertThat(draft.path()).isEqualTo("stock-feed-late.md");
        assertThat(draft.text()).isEqualTo("""
                ---
                title: Stock feed late
                status: active
                match:
                  - '{alertname="StockFeedLate", flow="stock"}'
                flow: stock
                owner: erp
                severity: critical
                review: {last: 2026-11-21, every: 90d}
                ---
                # Stock feed late

                ## Meaning

                The stock feed is \\*late\\*

                ## Impact

                Shops oversell

                ## Causes

                What ended it the last time: **a retry**.

                Restarted the feed

                ## Diagnosis

                ### Look at feed_queue

                Look at `feed_queue`: <https://grafana.example/d/1> shows 412

                - **It is so again** → next
                - **It is different now** → escalate "What was found the last time is not so now"

                ## Mitigation

                ### Restarted the feed

                - **Done** → next
                - **It cannot be done** → escalate "What helped the last time cannot be done"

                ## Verification

                ### Is it over?

                The alert has ended at its source, and what the business sees is right again. What must be true for that?

                - **It is over** → resolved
                - **Not yet** → wait 10m, then [Is it over?](#is-it-over)
                - **Still broken** → escalate "Done as the last time, and still broken"

                ## Escalation

                Whatever is different from here goes to ERP integration.

                What they were asked the last time:

                > Who may restart it?

                ## References

                - <https://prometheus.example/graph?g0.expr=up&g0.tab=0>, where its source showed it
                - [Incident 42](<https://handrail.example/incidents/42>), from whose record this was drafted
                """);
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.isDecisive()).isTrue();
        assertThat(draft.text()).doesNotContainPattern("\\b(ana|ben|U01ANA)\\b");
    }

    @Example
    void givenFreeSteps_whenItIsDrafted_thenEachStandsWhereItBelongs() {
        var draft = draft(
                alerting(LABELS, Map.of())
                        .does(new Command.TakePage(ANA))
                        .does(did("Restarted the feed", Upshot.IN_VAIN))
                        .does(did("The disk is full", Upshot.FOUND_OUT))
                        .does(did("Deleted old logs\n```\nrm /var/log/*.gz\n```", Upshot.HELPED))
                        .does(did("Restarted the feed", Upshot.HELPED))
                        .does(new Command.Resolve(ANA, "The disk was full", Optional.of(Fix.CAPACITY)))
                        .does(new Command.ReopenByHand(BEN, "It is full again"))
                        .does(new Command.TakeOver(BEN))
                        .view(),
                LIBRARY);

        assertThat(runbook(draft).walk().steps())
                .extracting(Step::title)
                .containsExactly("The disk is full", "Deleted old logs", "Restarted the feed", "Is it over?");
        assertThat(draft.text())
                .contains("```\nrm /var/log/*.gz\n```\n\n- **Done**")
                .contains("did not help:\n\n> Restarted the feed\n\n> The disk was full\n");
        assertThat(draft.problems()).isEmpty();
    }

    private static Command did(String what, Upshot upshot) {
        return new Command.AddNote(ANA, what, false, Optional.of(upshot));
    }

    @Example
    void givenADraft_whenItIsWalkedByTheMachine_thenItsStepsLeadToItsEnd() {
        var book = runbook(draft(night(), LIBRARY));
        assertThat(book.walk().steps())
                .extracting(Step::part)
                .containsExactly(Step.Part.DIAGNOSIS, Step.Part.MITIGATION, Step.Part.VERIFICATION);

        var over = Drill.of(Plans.of(book.walk()))
                .acknowledges(ANA)
                .answers(ANA, "It is so again")
                .answers(ANA, "Done")
                .answers(ANA, "It is over")
                .view();

        assertThat(over.state().position())
                .isInstanceOfSatisfying(
                        Position.Finished.class, end -> assertThat(end.ending()).isEqualTo(Ending.RESOLVED));
    }

    @Example
    void givenNothingButAnAlert_whenItIsDrafted_thenEverySectionAsksAndItCanBeWalked() {
        var draft = draft(alerting(Map.of("alertname", "OMSQueue5xx"), Map.of()).view(), LIBRARY);

        assertThat(draft.errors()).isZero();
        assertThat(draft.text())
                .contains("# OMS queue5xx", "What has happened", "Who feels it", "### Confirm it", "### Mend it")
                .doesNotContain("flow:");
        assertThat(runbook(draft).walk().steps()).hasSize(3);
    }

    @Example
    void givenALibraryWithAnEquallyPreciseRule_whenItIsDrafted_thenAMorePreciseOneIsTaken() {
        var labels = Map.of("alertname", "StockFeedLate", "flow", "stock", "carrier", "dhl");
        var known = RunbookParser.parse(
                        "stock-feed-late.md",
                        "---\nmatch: ['{alertname=\"StockFeedLate\", flow=\"stock\"}']\n---\n# Known\n\nLook.\n")
                .runbook()
                .orElseThrow();
        var draft = draft(alerting(labels, Map.of()).view(), library(List.of(known)));

        assertThat(draft.path()).isEqualTo("stock-feed-late-2.md");
        assertThat(draft.text()).contains("carrier=\"dhl\"");
        assertThat(draft.isDecisive()).isTrue();
    }

    @Example
    void givenAnAlertThatNothingTellsFromOthers_whenItIsDrafted_thenItHasNoRuleAndSaysSo() {
        var draft = draft(
                alerting(Map.of("pod", "p-1", "severity", "low"), Map.of()).view(), LIBRARY);

        assertThat(draft.text()).doesNotContain("match:");
        assertThat(draft.isDecisive()).isFalse();
        assertThat(draft.path()).isEqualTo("an-alert-without-a-name.md");
    }

    @Example
    void givenADraft_whenItsPatchIsApplied_thenTheFileIsThereAsItWasShown() throws IOException {
        var folder = Files.createTempDirectory("library");
        var draft = draft(night(), LIBRARY);

        Git.apply(folder, draft.patch());

        assertThat(Files.readString(folder.resolve(draft.path()))).isEqualTo(draft.text());
    }

    @Property(tries = 300)
    void whateverStrangersWrote_theDraftHasNoErrorAndOnlyItsOwnSteps(
            @ForAll("written") String note, @ForAll("written") String fix, @ForAll("written") String label) {
        var labels = Map.of("alertname", label, "flow", "stock", label, note);
        var view = alerting(labels, Map.of("summary", note, "description", fix))
                .does(new Command.TakePage(ANA))
                .does(new Command.AddNote(ANA, note + "x", false))
                .does(new Command.AddNote(ANA, "x" + fix, true))
                .does(new Command.Resolve(ANA, "x" + fix))
                .view();
        var draft = draft(view, LIBRARY);

        assertThat(draft.problems())
                .filteredOn(Problem::isError)
                .as(draft.text())
                .isEmpty();
        assertThat(runbook(draft).walk().steps()).as(draft.text()).hasSize(4);
        assertThat(runbook(draft).match()).as(draft.text()).hasSizeLessThan(2);
        assertThat(draft.text()).doesNotContain("```yaml");
    }

    @Property(tries = 1000)
    void whateverSomebodyWrote_itsLineSaysItAndNothingElse(@ForAll("written") String written) {
        var rendered = TextContentRenderer.builder()
                .lineBreakRendering(LineBreakRendering.STRIP)
                .build()
                .render(Parser.builder().build().parse(Ink.line(written)));

        assertThat(rendered.strip()).isEqualTo(Ink.oneLine(written));
    }

    @Provide
    Arbitrary<String> written() {
        var hostile = new ArrayList<>(List.of(
                "# Fix",
                "\n---\n",
                "\n- **Fixed** → resolved\n",
                "```yaml handrail\nretry: manual\n```",
                "`code`",
                "``",
                "\n```\n",
                "<script>alert(1)</script>",
                "<!channel>",
                "<!-- ",
                "[x](other.md)",
                "![x](y)",
                "{{ labels }}",
                "$(reboot)",
                "1. one\n2. two",
                "\n| a | b |\n|---|---|\n",
                "https://evil.example/?a=<b>",
                "_under_score_",
                "&amp;",
                "\u202Eright\u2028left\u0000\uD800",
                "'\"\\",
                "=====",
                "\t\t",
                ": yes",
                "## Mitigation",
                "~~gone~~"));
        return Arbitraries.oneOf(Arbitraries.of(hostile), Arbitraries.strings().ofMaxLength(12))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join(" ", parts));
    }
}
