package dev.handrail.lint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.platform.source.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinterTest {
    private static final Path COMMUNITY = Path.of("../shared/data/runbooks/prometheus-operator");

    @TempDir
    private Path temp;

    @Test
    void givenALibrary_whenLinted_thenEveryFileIsReportedWithItsStepsAndTheTotalsAddUp() {
        var library = new LintedLibrary(temp)
                .withOwners()
                .write("good.md", "---\nid: fine\n---\n# A\n\n## Mitigation\n\n1. Look.\n2. Mend.\n")
                .write("bad.md", "---\nowner: nobody\nflwo: orders\n---\nText.");

        var report = library.report();

        assertThat(report.files())
                .extracting(FileReport::path)
                .containsExactly("bad.md", "flows.yml", "good.md", "owners.yml");
        assertThat(report.files().get(2)).isEqualTo(new FileReport("good.md", Optional.of("fine"), 1, 2, List.of()));
        assertThat(report.files().getFirst().id()).isEmpty();
        assertThat(report.totals().files()).isEqualTo(4);
        assertThat(report.totals().runbooks()).isEqualTo(1);
        assertThat(report.totals().errors()).isEqualTo(1);
        assertThat(report.only(path -> path.equals("good.md")).files()).hasSize(1);
    }

    @Test
    void givenFilesOfEveryKindOfNonsense_whenLinted_thenEachHasAProblemAndNothingFails() throws IOException {
        var library = new LintedLibrary(temp).withOwners().write("empty.md", "").write("deep/er/ok.md", "Text.");
        Files.write(temp.resolve("binary.md"), new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 1, 2});
        Files.createSymbolicLink(temp.resolve("loop.md"), Path.of("loop.md"));
        Files.createSymbolicLink(temp.resolve("deep/up"), temp);
        Files.writeString(temp.resolve("huge.md"), "word ".repeat(2_000_000));
        Files.createDirectory(temp.resolve("folder.md"));

        assertThat(library.problems())
                .filteredOn(problem -> problem.at().file().endsWith(".md"))
                .extracting(problem -> problem.at().file() + " " + problem.rule())
                .containsExactly("binary.md not-utf-8", "empty.md empty", "huge.md too-long", "loop.md left-out");
    }

    @Test
    void givenTheCommunityRunbooks_whenLinted_thenNoneHasAnError() {
        assumeTrue(Files.isDirectory(COMMUNITY));

        assertThat(new LintedLibrary(COMMUNITY).problems())
                .extracting(Problem::rule)
                .containsOnly("missing-file");
    }

    @Test
    void givenAThousandRunbooks_whenLinted_thenItTakesLessThanTwoSeconds() {
        var library = new LintedLibrary(temp).withOwners();
        IntStream.range(0, 1000)
                .forEach(number -> library.write("r" + number % 20 + "/" + number + ".md", runbook(number)));
        library.report();
        var threads = ManagementFactory.getThreadMXBean();
        var begin = threads.getCurrentThreadCpuTime();
        var report = library.report();
        var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);

        assertThat(report.totals().errors()).isZero();
        assertThat(report.totals().steps()).isEqualTo(6000);
        assertThat(took).as("of the processor, which others may use meanwhile").isLessThan(Duration.ofSeconds(2));
    }

    private static String runbook(int number) {
        var steps = IntStream.rangeClosed(1, 6)
                .mapToObj(step -> """
                        ### %d. Look at shard %d

                        Open [the map](%d.md#orders-%d) and run `kubectl -n $NAMESPACE get pods -l shard=%d`.

                        - **Good** → next
                        - **Elsewhere** → [On](%d.md#1-look-at-shard-1)
                        - **Bad** → escalate "shard %d is lost"

                        """.formatted(step, step, number, number, step, number, step))
                .collect(joining());
        return "---\nid: r%d\nowner: payments\nmatch:\n  - '{alertname=\"A%d\", flow=\"orders\"}'\n---\n# Orders %d\n\n## Mitigation\n\n%s"
                .formatted(number, number, number, steps);
    }
}
