package dev.handrail.lint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.lint.LintedLibrary;
import dev.handrail.platform.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLinksTest {
    @TempDir
    private Path temp;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(temp.resolve("docs"));
        Files.writeString(temp.resolve("docs/map.md"), "# Map\n\n## Where orders go\n");
        Files.writeString(temp.resolve("docs/map with space.png"), "");
        new LintedLibrary(temp.resolve("books")).withOwners().write("pay/other.md", "# Other\n\n## Fix\n\nDo.\n");
    }

    private List<String> told(String text) {
        return new LintedLibrary(temp.resolve("books"))
                .write("a.md", "# A\n\n## Why it is so\n\n" + text + "\n").problems().stream()
                        .filter(problem -> problem.rule().startsWith("dead-"))
                        .map(Problem::toString)
                        .toList();
    }

    @Test
    void givenWhatIsThere_whenLinked_thenNothingIsSaid() {
        assertThat(
                        told(
                                "[a](../docs/map.md#where-orders-go) [b](pay/other.md#fix) [c](pay/other) [d](pay/) [e](#why-it-is-so)"
                                        + " ![f](../docs/map%20with%20space.png) [g](../docs/map.md?raw=1) [h](#top) [i](#/route) [j](#why--it-is_so)"))
                .isEmpty();
    }

    @Test
    void givenWhatCannotBeKnown_whenLinked_thenNothingIsSaid() {
        assertThat(told("[a](https://example.org/x.md) [b](/docs/x) [c](mailto:a@example.org) [d]({{< ref \"x\" >}})"
                        + " [e](//example.org/x) `[f](gone.md)`\n\n```\n[g](gone.md)\n```"))
                .isEmpty();
    }

    @Test
    void givenWhatIsNotThere_whenLinked_thenTheNearestIsNamed() {
        assertThat(
                        told(
                                "[a](other.md)\n[b](pay/other.md#fxi) ![c](gone.png)\n[d](#why-so)\n[e](../docs/map.md#nowhere)"))
                .containsExactly(
                        "a.md:5:1: warning dead-link: found 'other.md', which is not there; wanted 'pay/other.md'",
                        "a.md:6:1: warning dead-anchor: found 'pay/other.md#fxi', where there is no such heading; wanted 'fix'",
                        "a.md:6:23: warning dead-link: found 'gone.png', which is not there; wanted a file that is there",
                        "a.md:7:1: warning dead-anchor: found '#why-so', where there is no such heading;"
                                + " wanted one of a, why-it-is-so",
                        "a.md:8:1: warning dead-anchor: found '../docs/map.md#nowhere', where there is no such heading;"
                                + " wanted one of map, where-orders-go");
    }
}
