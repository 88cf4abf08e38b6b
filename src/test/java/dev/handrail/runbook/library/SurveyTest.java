package dev.handrail.runbook.library;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {
    @TempDir
    private Path temp;

    private Folder folder;

    @BeforeEach
    void prepare() {
        folder = new Folder(temp);
    }

    private List<String> said() {
        return LibraryReader.survey(folder.path()).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Nested
    class GivenACollectionOfAnotherTool {
        @Test
        void whenNoFileNamesAnOwner_thenMissingOwnersAreOneWarning() {
            folder.write("a.md", "Text.").write("b.md", "Text.");

            assertThat(said())
                    .containsExactly(
                            "owners.yml:1:1: warning missing-file: found neither owners.yml nor flows.yml;"
                                    + " wanted both beside the runbooks, before Handrail serves them: without owners nobody can be told");
            assertThat(LibraryReader.survey(temp).catalogue()).isEmpty();
        }

        @Test
        void whenAFileNamesAnOwner_thenTheMissingFileIsAnErrorOnce() {
            folder.write("a.md", "---\nowner: x\n---\nText.").write("b.md", "---\nowner: y\n---\nText.");

            assertThat(said())
                    .containsExactly(
                            "flows.yml:1:1: warning missing-file: found no flows.yml; wanted the file, beside the runbooks",
                            "owners.yml:1:1: error missing-file: found no owners.yml, where a.md names an entry;"
                                    + " wanted the file, beside the runbooks");
        }
    }

    @Nested
    class GivenBrokenFiles {
        @Test
        void whenOwnersAreAtFault_thenTheRulesAmongFilesAreStillAsked() {
            folder.write("owners.yml", Folder.OWNERS.replace("U01ANA", "Ana"))
                    .write("flows.yml", Folder.FLOWS)
                    .write("a.md", "---\nowner: comerce\nflow: orders\n---\nText.")
                    .write("b.md", "---\nowner: commerce\n---\nText.");

            var survey = LibraryReader.survey(folder.path());

            assertThat(survey.catalogue()).isEmpty();
            assertThat(survey.problems())
                    .extracting(problem -> problem.at().file(), Problem::rule)
                    .containsExactly(
                            tuple("a.md", "unknown-owner"),
                            tuple("owners.yml", "owner-without-contact"),
                            tuple("owners.yml", "bad-slack-id"));
        }

        @Test
        void whenAFileIsJumpedToThatIsAtFault_thenOnlyThatOneIs() {
            folder.write("a.md", "## Fix\n\nDo.\n\n- **A** → [x](b.md)\n").write("b.md", "---\nid: \n---\nText.");

            assertThat(said())
                    .filteredOn(line -> line.contains(" error "))
                    .singleElement(STRING)
                    .startsWith("b.md:2:");
        }

        @Test
        void whenAFileIsNoText_thenTheOthersAreRead() throws IOException {
            Files.write(temp.resolve("binary.md"), new byte[] {0, (byte) 0xFF, (byte) 0xFE});
            Files.createSymbolicLink(temp.resolve("loop.md"), Path.of("loop.md"));
            Files.createSymbolicLink(temp.resolve("up"), Path.of("."));
            folder.write("c.md", "Text.");

            var survey = LibraryReader.survey(temp);

            assertThat(survey.problems())
                    .extracting(Problem::rule)
                    .containsExactly("not-utf-8", "left-out", "missing-file");
            assertThat(survey.files()).extracting(Parsed::path).containsExactly("c.md");
            assertThat(survey.runbooks()).extracting(Runbook::path).containsExactly("c.md");
        }
    }

    @Test
    void givenManyRunbooksThatJumpToEachOther_whenRead_thenItTakesNoLongerThanReadingThem() {
        Folder.withOwners(temp);
        IntStream.range(0, 1000).forEach(number -> folder.write(number + ".md", runbook(number)));
        var threads = ManagementFactory.getThreadMXBean();
        var begin = threads.getCurrentThreadCpuTime();
        var survey = LibraryReader.survey(temp);
        var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);

        assertThat(survey.problems()).isEmpty();
        assertThat(survey.runbooks()).hasSize(1000);
        assertThat(took).as("of the processor").isLessThan(Duration.ofSeconds(4));
    }

    private static String runbook(int number) {
        var steps = IntStream.rangeClosed(1, 6)
                .mapToObj(step -> "### Step %d\n\nLook at it.\n\n- **Good** → next\n- **Bad** → [On](%d.md#step-1)\n\n"
                        .formatted(step, (number + 1) % 1000))
                .collect(joining());
        return "---\nid: r%d\nowner: commerce\nmatch: [alertname=\"A%d\"]\n---\n# R%d\n\n## Fix\n\n%s"
                .formatted(number, number, number, steps);
    }
}
