package dev.handrail.runbook.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every block of a file is in its runbook, and in one place of it. */
class AccountingTest {
    private static final Path SHIPPED = Path.of("runbooks");
    private static final Path COMMUNITY = Path.of("../shared/data/runbooks/prometheus-operator");

    @Test
    void givenTheShippedRunbooks_whenParsed_thenEachBlockIsInOnePlace() throws IOException {
        assertThat(accounted(SHIPPED, 25)).isGreaterThan(1000);
    }

    @Test
    void givenOtherPeoplesRunbooks_whenParsed_thenEachBlockIsInOnePlace() throws IOException {
        assumeTrue(Files.isDirectory(COMMUNITY));

        assertThat(accounted(COMMUNITY, 108)).isGreaterThan(1000);
    }

    /** Returns how many pieces there are. */
    private static int accounted(Path folder, int atLeast) throws IOException {
        var pieces = 0;
        var files = 0;
        var softly = new SoftAssertions();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(AccountingTest::isRunbook).sorted().toList()) {
                var text = Files.readString(path);
                var parsed = RunbookParser.parse(folder.relativize(path).toString(), text);
                softly.assertThat(parsed.runbooks())
                        .as(path + " " + parsed.problems())
                        .isNotEmpty();
                var account = Account.of(text, parsed);
                softly.assertThat(account.lost()).as(path + ": lost").isEmpty();
                softly.assertThat(account.doubled()).as(path + ": doubled").isEmpty();
                pieces += account.pieces();
                files++;
            }
        }
        softly.assertAll();
        assertThat(files).isGreaterThanOrEqualTo(atLeast);
        System.out.printf("%s: %d pieces of %d files accounted for%n", folder, pieces, files);
        return pieces;
    }

    private static boolean isRunbook(Path path) {
        return path.toString().endsWith(".md") && !path.endsWith("README.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nid: x\ntitle: Another title\n---\n# Its heading\n\nText.\n\n## Mitigation\n\nDo it.",
                "---\nid: x\ntitle: Another title\n---\n# Its heading\n\n## Mitigation\n\nDo it.",
                "---\nid: x\ntitle: Another title\n---\n# Its heading\n\nDo it.",
                "## Mitigation\n\nSee [there][there].\n\n## References\n\n[there]: https://example.org\n",
                "## Meaning\n\nSee [There] and ![][picture].\n\n## Fix\n\nDo it.\n\n[there]: a.md\n[picture]: a.png 'b'\n",
            })
    void givenATextThatCouldBeLost_whenParsed_thenItIsNot(String text) {
        check(text);
    }

    private static void check(String text) {
        var account = Account.of(text, RunbookParser.parse("a.md", text));

        assertThat(account.lost()).as(text).isEmpty();
        assertThat(account.doubled()).as(text).isEmpty();
    }
}
