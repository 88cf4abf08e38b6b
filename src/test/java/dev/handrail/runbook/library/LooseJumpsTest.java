package dev.handrail.runbook.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseJumpsTest {
    @TempDir
    private Path path;

    /** The same names as within a file: GitHub's, an author's own, and, with a warning, without number or in other letters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-replay  | ''",
                "here      | ''",
                "replay    | a.md:5:9 loose-step-name",
                "1-Replay  | a.md:5:9 loose-step-name",
                "replays   | a.md:5:9 unknown-step"
            })
    void givenAJumpIntoAnotherFile_whenRead_thenTheStepIsFoundByAnyOfItsNames(String name, String problem) {
        var folder = Folder.withOwners(path)
                .write("a.md", "## Fix\n\n### One\n\n- **A** → [x](b.md#" + name + ")\n- **B** → escalate\n")
                .write("b.md", "## Fix\n\n### 1. Replay\n\nDo.\n\n### <a id=\"here\"></a>2. Here\n\nDo.\n");

        assertThat(String.join(" ", said(folder))).isEqualTo(problem);
    }

    private static List<String> said(Folder folder) {
        return LibraryReader.survey(folder.path()).problems().stream()
                .map(LooseJumpsTest::words)
                .toList();
    }

    private static String words(Problem problem) {
        return problem.at() + " " + problem.rule();
    }
}
