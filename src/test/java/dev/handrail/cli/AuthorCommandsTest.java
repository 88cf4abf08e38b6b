package dev.handrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.preview.Manuscript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authors' commands, by what they print and leave behind. */
class AuthorCommandsTest {
    @TempDir
    private Path folder;

    private record Ran(int exitCode, String out, String err) {}

    private static Ran run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Handrail.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var code = line.execute(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    @Nested
    class GivenNothing {
        @ParameterizedTest
        @CsvSource({
            "Refunds not sent,RefundBacklog",
            "'It''s 50 % \"off\": <b> & #1',A\"b\\c",
            "no,yes",
            "Über-Preise: falsch,Null"
        })
        void whenADraftIsWritten_thenItIsSoundAndWalks(String title, String alert) throws IOException {
            var file = folder.resolve("draft.md");

            var ran = run("new", "--title", title, "--alert", alert, "--out", file);

            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("handrail preview " + file, "handrail lint " + file);
            var manuscript = Manuscript.read(file);
            assertThat(manuscript.problems()).isEmpty();
            assertThat(manuscript.runbook().orElseThrow().match().getFirst().covers(Map.of("alertname", alert)))
                    .isTrue();
            assertThat(run("preview", file).out()).contains("Step 3 of 3 · Verification", "[Start try 1 of 2]");
            assertThat(run("graph", file).out()).contains("Wait 10m").doesNotContain("⚠");
        }

        @Test
        void whenTheFileIsThere_thenItIsNotTouched() throws IOException {
            var file = Files.writeString(folder.resolve("there.md"), "mine");

            var ran = run("new", "--title", "A", "--alert", "B", "--out", file, "--yes");

            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("is there already", "--out");
            assertThat(file).hasContent("mine");
        }

        @Test
        void whenTooLittleIsSaid_thenItSaysWhatIsMissing() {
            assertThat(run("new", "--yes", "--title", "A").err()).contains("--title and --alert", "no alert");
            assertThat(run("preview", folder.resolve("none.md")).err()).contains("there is no file or folder");
            assertThat(run("graph").err()).contains("Wanted a file, or --all");
            assertThat(run("graph", "--all", folder).err()).contains("There is no runbook in");
        }
    }

    @Nested
    class GivenALibrary {
        @Test
        void whenADraftNamesAnOwnerThatItDoesNotKnow_thenTheNearestIsNamed() throws IOException {
            for (var name : List.of("owners.yml", "flows.yml")) {
                Files.copy(Path.of("runbooks", name), folder.resolve(name));
            }

            var ran = run("new", "--title", "A", "--alert", "B", "--owner", "paymets", "--out", folder.resolve("a.md"));

            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("paymets", "payments");
            assertThat(folder.resolve("a.md")).doesNotExist();
        }

        @Test
        void whenAllIsDrawn_thenEachRunbookIsAGroup() throws IOException {
            var file = folder.resolve("all.svg");

            var ran = run("graph", "--all", "runbooks", "--format", "svg", "-o", file);

            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(Files.readString(file)).startsWith("<svg").contains("(order-export-stuck.md)");
        }
    }

    @Nested
    class GivenAShell {
        @ParameterizedTest
        @ValueSource(strings = {"bash", "zsh"})
        void whenItsScriptIsRead_thenItCompletesCommands(String shell) throws Exception {
            assumeTrue(isThere(shell), "skipped: needs " + shell);
            var script = Files.writeString(
                    folder.resolve("completion"), run("completion", shell).out());
            var typed = "COMP_WORDS=(handrail pre); COMP_CWORD=1; _complete_handrail; echo ${COMPREPLY[@]}";

            var offered = List.of(
                    said(shell, "-c", "source '" + script + "'; " + typed).split("\\s+"));

            // zsh itself leaves out what does not begin as typed.
            assertThat(offered).contains("preview").doesNotContain("warm-up");
            if (shell.equals("bash")) {
                assertThat(offered).containsExactly("preview");
            }
        }

        private boolean isThere(String shell) throws InterruptedException {
            try {
                return new ProcessBuilder(shell, "-c", "exit 0").start().waitFor() == 0;
            } catch (IOException _) {
                return false;
            }
        }

        private String said(String... command) throws Exception {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.strip();
        }
    }
}
