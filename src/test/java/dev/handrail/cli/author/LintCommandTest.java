package dev.handrail.cli.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.lint.LintedLibrary;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LintCommandTest {
    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private LintedLibrary library;

    @BeforeEach
    void prepare() {
        library = new LintedLibrary(temp)
                .withOwners()
                .write("good.md", "---\nowner: payments\n---\nText.")
                .write("sub/bad.md", "---\nowner: payments\nflwo: orders\n---\nText.");
    }

    private int lint(String... arguments) {
        return new CommandLine(new LintCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, _, _) -> {
                    err.write(String.valueOf(e.getMessage()));
                    return 2;
                })
                .execute(arguments);
    }

    private String at(String path) {
        return temp.resolve(path).toString();
    }

    @Nested
    class GivenALibrary {
        @Test
        void whenAFolderIsLinted_thenAllOfItIsSaidAndErrorsFail() {
            assertThat(lint(temp.toString())).isEqualTo(1);
            assertThat(out.toString())
                    .contains("sub/bad.md:3:1: error unknown-key: found 'flwo'; wanted 'flow'")
                    .contains("    3 | flwo: orders")
                    .contains("1 error");
        }

        @Test
        void whenAFileIsLinted_thenTheOthersAreReadButNotReported() {
            assertThat(lint(at("good.md"))).isZero();
            assertThat(out.toString()).isEqualToIgnoringNewLines("1 file, 1 runbook, 1 step: 0 errors, 0 warnings");
        }

        @Test
        void whenAFolderInItIsLinted_thenItsOwnersAreKnown() {
            assertThat(lint("--format", "json", at("sub"))).isEqualTo(1);
            var json = Json.tree(out.toString());
            assertThat(json.at("/files/0/path").asText()).isEqualTo("sub/bad.md");
            assertThat(json.path("files")).hasSize(1);
        }

        @Test
        void whenMended_thenTheFileIsWrittenAndItIsSaid() throws IOException {
            Files.setPosixFilePermissions(temp.resolve("sub/bad.md"), PosixFilePermissions.fromString("rw-r--r--"));

            assertThat(lint("--fix", temp.toString())).isZero();
            assertThat(temp.resolve("sub/bad.md")).hasContent("---\nowner: payments\nflow: orders\n---\nText.");
            assertThat(Files.getPosixFilePermissions(temp.resolve("sub/bad.md")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(out.toString()).contains("sub/bad.md:3:1: fixed: 'flwo' is now 'flow'");
            try (var files = Files.list(temp.resolve("sub"))) {
                assertThat(files).hasSize(1);
            }
        }

        @Test
        void whenWarningsAreToFail_thenTheyDo() {
            library.write("sub/bad.md", "---\nowner: payments\n---\n[x](gone.md)");

            assertThat(lint(temp.toString())).isZero();
            assertThat(lint("--strict", temp.toString())).isEqualTo(1);
        }

        @Test
        void whenQuietAndNothingIsWrong_thenNothingIsSaid() {
            assertThat(lint("--quiet", at("good.md"))).isZero();
            assertThat(out.toString()).isEmpty();
        }

        @Test
        void whenTriedByAlerts_thenRulesThatMeetNoneAreNamed() {
            library.write("good.md", "---\nmatch: [alertname=\"OrderStuck\"]\n---\nText.")
                    .write("alerts.jsonl", "{\"alertname\": \"OrdersStuck\", \"labels\": {}}\n");

            assertThat(lint("--alerts", at("alerts.jsonl"), at("good.md"))).isZero();
            assertThat(out.toString()).contains("match-never-met");
            assertThat(lint("--alerts", at("good.md"), at("good.md"))).isEqualTo(2);
            assertThat(err.toString()).contains("line 1 is no alert");
        }
    }

    @Nested
    class GivenAFileAlone {
        @Test
        void whenLinted_thenItsNeighboursAreNotReadButMayBeLinkedTo() throws IOException {
            Files.delete(temp.resolve("owners.yml"));
            Files.delete(temp.resolve("flows.yml"));
            library.write("alone.md", "Text.\n\n- **A** → [x](good.md)\n- **B** → [x](gone.md)\n");

            assertThat(lint(at("alone.md"))).isEqualTo(1);
            assertThat(out.toString())
                    .contains("unknown-runbook: found 'gone.md'")
                    .doesNotContain("good.md'");
        }
    }

    @Nested
    class GivenNothingToBeginWith {
        @Test
        void whenAPathIsMissing_thenItIsSaid() {
            assertThat(lint(at("nowhere"))).isEqualTo(2);
            assertThat(err.toString()).startsWith("There is no file or folder ");
        }

        @Test
        void whenAFileIsNoRunbook_thenItIsSaid() {
            library.write("README.md", "Guide.");

            assertThat(lint(at("README.md"))).isEqualTo(2);
            assertThat(err.toString()).contains("is no runbook");
        }

        @Test
        void whenTheFolderIsInNoRepository_thenThereIsNothingToCompareWith() {
            assertThat(lint("--against", "HEAD", temp.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("not in a git repository");
        }

        @Test
        void whenAnEmptyFolderIsLinted_thenThereIsAWarning() throws IOException {
            var empty = Files.createDirectories(Path.of(at("empty")));
            Files.delete(temp.resolve("owners.yml"));
            Files.delete(temp.resolve("flows.yml"));

            assertThat(lint(empty.toString())).isZero();
            assertThat(out.toString()).contains("0 runbooks, 0 steps: 0 errors, 1 warning");
        }
    }

    @Nested
    class GivenAQuestionOnRules {
        @Test
        void whenAllAreListed_thenEachHasALine() {
            assertThat(lint("--rules")).isZero();
            assertThat(out.toString().lines())
                    .anyMatch(line -> line.startsWith("unknown-key "))
                    .hasSizeGreaterThan(60);
        }

        @Test
        void whenOneIsAsked_thenItsExamplesAreShown() {
            assertThat(lint("--explain", "unknown-key")).isZero();
            assertThat(out.toString()).contains("## Bad", "flwo: orders", "## Good");
        }

        @Test
        void whenThereIsNone_thenTheNearestIsNamed() {
            assertThat(lint("--explain", "unknown-kye")).isEqualTo(2);
            assertThat(err.toString()).contains("'unknown-key'");
        }
    }
}
