package dev.handrail.runbook.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.match.Match;
import dev.handrail.match.Matcher;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import dev.handrail.runbook.parse.RunbookParser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyAlertsTest {
    private static final String TWO = """
            # Alerts of the export

            All of them need the VPN.

            ## ExportStalled

            Nothing leaves.

            ### Diagnosis

            Look at the queue.

            ### Mitigation

            Restart the export.

            ## export_too_slow

            1. Look at the load.
            2. Add a worker.

            ## Escalation

            Call the ERP team.
            """;

    @TempDir
    private Path temp;

    private Folder folder;
    private final InMemoryLastGood lastGood = new InMemoryLastGood();

    @BeforeEach
    void prepare() {
        folder = Folder.withOwners(temp);
    }

    private static List<Runbook> parsed(String text) {
        var parsed = RunbookParser.parse("erp/export.md", text);
        assertThat(parsed.problems()).isEmpty();
        return parsed.runbooks();
    }

    private Library library() {
        return switch (LibraryReader.read(folder.path(), lastGood)) {
            case LibraryResult.Loaded loaded -> loaded.library();
            case LibraryResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    private List<String> paths() {
        return library().runbooks().stream().map(Runbook::path).toList();
    }

    private static List<String> steps(Runbook runbook) {
        return runbook.walk().steps().stream().map(Step::title).toList();
    }

    private static List<String> rules(Runbook runbook) {
        return runbook.match().stream().map(MatchRule::toString).toList();
    }

    @Nested
    class GivenAFileForTwoAlerts {
        @Test
        void whenParsed_thenEachIsARunbookWithStepsOfItsOwn() {
            var runbooks = parsed(TWO);

            assertThat(runbooks)
                    .extracting(Runbook::path)
                    .containsExactly("erp/export.md#ExportStalled", "erp/export.md#export_too_slow");
            assertThat(runbooks)
                    .extracting(Runbook::id)
                    .containsExactly("erp/export#ExportStalled", "erp/export#export_too_slow");
            assertThat(runbooks).extracting(Runbook::title).containsExactly("ExportStalled", "export_too_slow");
            assertThat(runbooks).extracting(Runbook::file).containsOnly("erp/export.md");
            assertThat(steps(runbooks.getFirst())).containsExactly("Diagnosis", "Mitigation");
            assertThat(steps(runbooks.getLast())).containsExactly("Look at the load", "Add a worker");
        }

        @Test
        void whenParsed_thenWhatStandsOutsideIsSharedByBoth() {
            var runbooks = parsed(TWO);

            assertThat(runbooks.getFirst().sections().meaning())
                    .isEqualTo("All of them need the VPN.\n\nNothing leaves.");
            assertThat(runbooks.getLast().sections().meaning()).isEqualTo("All of them need the VPN.");
            assertThat(runbooks)
                    .allSatisfy(each -> assertThat(each.sections().escalation()).isEqualTo("Call the ERP team."));
        }

        @Test
        void whenAHeadingGroupsSome_thenItIsForThoseAlone() {
            var runbooks = parsed("""
                    # All

                    ## Queue

                    Of the queue.

                    ### QueueFull

                    Empty it.

                    ## Disk

                    Of the disk.

                    ### DiskFull

                    Clear it.
                    """);

            assertThat(runbooks)
                    .extracting(each -> each.sections().meaning())
                    .containsExactly("## Queue\n\nOf the queue.", "## Disk\n\nOf the disk.");
        }

        @Test
        void whenFrontMatterMatches_thenAnItemThatNamesAnAlertIsItsOwnAndOthersAreForEach() {
            var runbooks = parsed("""
                    ---
                    id: export
                    match:
                      - alertname="ExportStalled", severity="page"
                      - flow="orders"
                    ---
                    """ + TWO);

            assertThat(runbooks)
                    .extracting(Runbook::id)
                    .containsExactly("export#ExportStalled", "export#export_too_slow");
            assertThat(rules(runbooks.getFirst()))
                    .containsExactly(
                            "{alertname=\"ExportStalled\", severity=\"page\"}",
                            "{alertname=\"ExportStalled\", flow=\"orders\"}");
            assertThat(rules(runbooks.getLast())).containsExactly("{alertname=\"export_too_slow\", flow=\"orders\"}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://git.example/ops/blob/main/erp/export.md#export_too_slow",
                    "https://git.example/ops/blob/main/erp/export.md?plain=1#Export_Too_Slow",
                    "erp/export.md#export_too_slow"
                })
        void whenAnAlertPointsAtOne_thenItIsMatched(String address) {
            assertThat(match("Other", Map.of("runbook_url", address))).isEqualTo("erp/export.md#export_too_slow");
        }

        @Test
        void whenAnAlertHasTheName_thenItIsMatched() {
            assertThat(match("ExportStalled", Map.of())).isEqualTo("erp/export.md#ExportStalled");
            assertThat(match("ExportStalled", Map.of("runbook_url", "https://git.example/erp/export.md")))
                    .isEqualTo("erp/export.md#ExportStalled");
        }

        private static String match(String name, Map<String, String> annotations) {
            var labels = Map.of("alertname", name);
            var alert = new Alert(
                    "test",
                    "group",
                    Fingerprint.of(labels),
                    Alert.Status.FIRING,
                    labels,
                    annotations,
                    Instant.EPOCH,
                    Optional.empty());
            var match = new Matcher(parsed(TWO)).match(alert);
            assertThat(match).isInstanceOf(Match.Matched.class);
            return ((Match.Matched) match).runbook().path();
        }
    }

    @Nested
    class GivenOneRunbook {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "# Export\n\n## ExportStalled\n\nDo.\n\n## Notes\n\nRead.\n",
                    "# ExportStalled\n\n## CrashLoopBackOff\n\nA.\n\n## ImagePullBackOff\n\nB.\n",
                    "# X\n\n## Diagnosis\n\n### CrashLoopBackOff\n\nA.\n\n### ImagePullBackOff\n\nB.\n",
                    "# X\n\n## CrashLoopBackOff\n\nA.\n\n## ImagePullBackOff\n\nB.\n\n## Mitigation\n\nC.\n",
                    "# X\n\n## PostgreSQL\n\nA.\n\n## RabbitMQ\n\nB.\n\n## Kubernetes\n\nC.\n",
                    "# X\n\n## IPv4\n\nA.\n\n## IPv6\n\nB.\n",
                    "---\nmatch: [alertname=\"Down\"]\n---\n# Down\n\n## QueueFull\n\nA.\n\n## DiskFull\n\nB.\n",
                    "---\nmatch: [alertname=\"ExportStalled\"]\n---\n# ExportStalled\n\n## Fix\n\nA.\n"
                })
        void whenItsHeadingsAreNoAlertsOfTheirOwn_thenItStaysOne(String text) {
            assertThat(RunbookParser.parse("x.md", text).runbooks())
                    .extracting(Runbook::path)
                    .containsExactly("x.md");
        }
    }

    @Test
    void givenOneHeading_whenMatchNamesIt_thenItIsARunbookOfItsOwn() {
        var runbooks = parsed("---\nmatch: [alertname=\"Watchdog\"]\n---\n# Notes\n\nRead.\n\n## Watchdog\n\nDo.\n");

        assertThat(runbooks).extracting(Runbook::path).containsExactly("erp/export.md#Watchdog");
    }

    @Test
    void givenTheSameAlertTwice_whenParsed_thenThatIsAnError() {
        var parsed = RunbookParser.parse("x.md", "# X\n\n## DiskFull\n\nA.\n\n## DiskFull\n\nB.\n");

        assertThat(parsed.runbooks()).isEmpty();
        assertThat(parsed.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "x.md:7:1: error duplicate-name: found a second runbook named 'DiskFull'; wanted each alert once in a file");
    }

    @Nested
    class GivenALibrary {
        @ParameterizedTest
        @ValueSource(
                strings = {"erp/export.md#ExportStalled", "erp/export.md#exportstalled", "erp/export.md#mitigation"})
        void whenAnotherFileJumpsToOne_thenItIsLedThere(String link) {
            folder.write("erp/export.md", TWO).write("a.md", "## Fix\n\nDo.\n\n- **Stuck** → [on](" + link + ")\n");
            var library = library();

            assertThat(library.problems()).isEmpty();
            assertThat(jump(library, "a.md")).isEqualTo("erp/export.md#ExportStalled");
            assertThat(LibraryReader.survey(temp).problems()).isEmpty();
        }

        @Test
        void whenOneJumpsToAnotherOfTheFile_thenItIsLedThere() {
            folder.write("x.md", "# X\n\n## DiskFull\n\nA.\n\n- **Queue** → [on](#queuefull)\n\n## QueueFull\n\nB.\n");
            var library = library();

            assertThat(library.problems()).isEmpty();
            assertThat(jump(library, "x.md#DiskFull")).isEqualTo("x.md#QueueFull");
        }

        @Test
        void whenAJumpLeavesOpenWhichOne_thenItIsToldWhichThereAre() {
            folder.write("erp/export.md", TWO).write("a.md", "## Fix\n\nDo.\n\n- **Stuck** → [on](erp/export.md)\n");

            assertThat(library().problems())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "a.md:5:13: error unknown-runbook: found 'erp/export.md', where the file holds several");
        }

        @Test
        void whenOnePartBreaks_thenTheWholeFileKeepsItsLastGoodText() {
            folder.write("erp/export.md", TWO);
            library();
            var revision = library().runbooks().getFirst().revision();
            folder.write("erp/export.md", TWO + "\n## DiskFull\n\nA.\n\n- **Done** → [on](gone.md)\n");

            assertThat(paths()).containsExactly("erp/export.md#ExportStalled", "erp/export.md#export_too_slow");
            assertThat(library().runbooks()).extracting(Runbook::revision).containsOnly(revision);
            assertThat(library().problems()).extracting(Problem::rule).containsExactly("unknown-runbook");
        }

        private static String jump(Library library, String from) {
            var outcome =
                    library.byPath(from).orElseThrow().walk().first().outcomes().getFirst();
            assertThat(outcome.target())
                    .asInstanceOf(type(Target.ToRunbook.class))
                    .isNotNull();
            var path = ((Target.ToRunbook) outcome.target()).path();
            assertThat(library.byPath(path)).isPresent();
            return path;
        }
    }
}
