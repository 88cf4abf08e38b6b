package dev.handrail.preview.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.preview.Manuscript;
import dev.handrail.preview.SampleAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookletTest {
    private static final Path EXPORT = Path.of("runbooks", "order-export-stuck.md");

    private static List<String> lines(Path file, Paper paper) throws IOException {
        var alert = new SampleAlert(Map.of("order_id", "100482"), Map.of());
        return Booklet.lines(Manuscript.read(file), alert, paper, Instant.parse("2026-11-21T02:10:00Z"));
    }

    @Test
    void givenARunbook_whenPrinted_thenItIsWhatSlackShowsAndWhereButtonsLead() throws IOException {
        assertThat(String.join("\n", lines(EXPORT, new Paper(200, false))))
                .contains("── Card in #order-flows ──", "Owner: ERP integration team")
                .contains("Step 1 of 10 · Diagnosis\nCount the stuck orders\n")
                .contains("│ bin/magento erp:orders:export --increment-id=100482")
                .contains(
                        "[Start try 1 of 3] → at most 3 in 24 h, waiting 2m, 5m between them, then ERP integration team")
                .contains("[Not exported]     → this step again (once the try was started)")
                .contains("→ waits 10m, then step 10, Check that the job exports", "→ stalled-batch-job.md, step 1, ")
                .doesNotContain("\u001b", "&lt;", "<!date");
    }

    @Test
    void givenANarrowTerminal_whenPrinted_thenOnlyCodeIsWider() throws IOException {
        assertThat(lines(EXPORT, new Paper(60, false)))
                .filteredOn(line -> !line.startsWith("│ "))
                .allMatch(line -> Paper.columns(line) <= 60);
    }

    @Test
    void givenATerminalWithColours_whenPrinted_thenEachIsEnded() throws IOException {
        assertThat(lines(EXPORT, new Paper(80, true)))
                .anyMatch(line -> line.contains("\u001b[1mCount\u001b[0m"))
                .allMatch(line ->
                        line.lastIndexOf('\u001b') < 0 || line.indexOf("\u001b[0m", line.lastIndexOf('\u001b')) >= 0);
    }

    @Test
    void givenAFileWithErrors_whenPrinted_thenTheyAreAllThereIs(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("bad.md"), "# Bad\n\n## Steps\n\n### A\n\n- **Go** → [B](#b)\n");

        assertThat(String.join("\n", lines(file, new Paper(200, false))))
                .contains("── Problems ──", "bad.md:7:", "error", "wanted")
                .doesNotContain("Card in");
    }
}
