package dev.handrail.runbook.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The 108 runbooks of prometheus-operator, which nobody wrote for Handrail. Skipped where the data is not at hand. */
class CommunityRunbooksTest {
    private static final Path FOLDER = Path.of("../shared/data/runbooks/prometheus-operator");

    private record File(String path, String text, Runbook runbook, List<Problem> problems) {}

    private final List<File> files = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER));
        try (var paths = Files.walk(FOLDER)) {
            for (var path : paths.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                var name = FOLDER.relativize(path).toString();
                var text = Files.readString(path);
                var parsed = RunbookParser.parse(name, text);
                var runbook = parsed.runbook()
                        .orElseThrow(() -> new AssertionError(parsed.problems().toString()));
                files.add(new File(name, text, runbook, parsed.problems()));
            }
        }
    }

    @Test
    void givenOtherPeoplesFiles_whenParsed_thenEachHasStepsAndNoProblem() {
        assertThat(files).hasSize(108);
        assertThat(files.stream().flatMap(file -> file.problems().stream())).isEmpty();
        for (var file : files) {
            assertThat(file.runbook().walk().steps()).as(file.path()).isNotEmpty();
            assertThat(file.runbook().walk().steps()).as(file.path()).allSatisfy(step -> {
                assertThat(step.title()).isNotBlank();
                assertThat(step.text()).isNotBlank();
            });
        }
    }

    @Test
    void givenOtherPeoplesFiles_whenParsed_thenNoLineIsLost() {
        for (var file : files) {
            assertThat(LostLines.of(file.text(), file.runbook()))
                    .as(file.path())
                    .isEmpty();
        }
    }
}
