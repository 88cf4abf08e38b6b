package dev.handrail.runbook.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.Target;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text is, parsing ends, says what it found, and leaves nothing out. */
class RobustnessTest {
    private static final List<String> LINES = List.of(
            "",
            "",
            "---",
            "# Title",
            "## Diagnosis",
            "## Mitigation",
            "## Verification",
            "## Meaning",
            "## Other",
            "### 1. Step",
            "### Step",
            "### <a id=\"name\"></a>Named",
            "#### Deep",
            "Setext",
            "===",
            "- item",
            "  - nested",
            "1. first",
            "2. second",
            "   more",
            "\tcode",
            "> quote",
            "| a | b |",
            "|---|---|",
            "```",
            "```yaml handrail",
            "retry: manual",
            "key: x",
            "limit: 1",
            "id: x",
            "match: [a=b]",
            "- **A** → next",
            "- **B** → [x](#step)",
            "- **C** -> wait 5m, then [x](#1-step)",
            "- **D** →",
            "<!-- comment -->",
            "<details>",
            "[ref]: https://example.org",
            "*emphasis* `code` ![image](x.png)",
            "😀 \u0000 \u2028");

    @Property(tries = 1000)
    void givenAnyText_whenParsed_thenItEndsWithARunbookOrAnError(@ForAll String text) {
        check(RunbookParser.parse("a.md", text));
    }

    @Property(tries = 2000)
    void givenAnyLinesOfMarkdown_whenParsed_thenItEndsWithARunbookOrAnError(@ForAll("files") List<String> lines) {
        check(RunbookParser.parse("a.md", String.join("\n", lines)));
    }

    @Property(tries = 2000)
    void givenAPlainFile_whenParsed_thenEachWordOfItIsShown(@ForAll("plainFiles") List<String> lines) {
        var text = new StringBuilder();
        for (int index = 0; index < lines.size(); index++) {
            text.append(lines.get(index).replace("word", "word" + index + "x")).append('\n');
        }
        var parsed = RunbookParser.parse("a.md", text.toString());

        parsed.runbook().ifPresent(runbook -> {
            var shown = shown(runbook);
            for (int index = 0; index < lines.size(); index++) {
                if (lines.get(index).contains("word")) {
                    assertThat(shown).contains("word" + index + "x");
                }
            }
        });
        assertThat(parsed.runbook().isPresent())
                .isEqualTo(lines.stream().anyMatch(line -> line.contains("word") || line.startsWith("#")));
    }

    @Provide
    Arbitrary<List<String>> files() {
        return Arbitraries.of(LINES).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<String>> plainFiles() {
        return Arbitraries.of(
                        "",
                        "",
                        "# word",
                        "## word",
                        "### 1. word",
                        "#### word",
                        "## Diagnosis",
                        "## Mitigation",
                        "## Verification",
                        "## Meaning",
                        "## Links",
                        "word word",
                        "- word",
                        "  - word",
                        "1. word",
                        "2. word",
                        "   word",
                        "> word",
                        "    word")
                .list()
                .ofMaxSize(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a ",
                "_a_ **b ",
                "[",
                "[a](",
                "![",
                "`",
                "``x`",
                "<a ",
                "> ",
                "- ",
                "1. ",
                "  - x\n",
                "#",
                "# a\n",
                "### a\n",
                "- **A** → next\n",
                "- **A** → [x](#y)\n",
                "- **A** → wait 1m, then ",
                "|a",
                "| a |\n|---|\n",
                "&",
                "\\",
                "~~~\n",
                "```yaml handrail\n",
                "```yaml handrail\nretry: manual\n```\n",
                "[a]: b\n",
                "<!--",
                "\t",
                "\u0000",
                "😀",
                "a\n\n"
            })
    void givenHundredKilobytesOfOneThing_whenParsed_thenItEndsSoon(String part) {
        var text = part.repeat(100_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(RunbookParser.parse("a.md", text)));
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> check(RunbookParser.parse("a.md", "---\nid: x\n---\n## Fix\n\n" + text)));
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> check(RunbookParser.parse("a.md", "---\n" + text + "\n---\nText.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a ", "**a "})
    void givenEmphasisThatCloses_whenParsed_thenItEnds(String open) {
        var text = open.repeat(20_000) + ("a" + open.replace("a ", "")).repeat(20_000);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(RunbookParser.parse("a.md", text)));
    }

    private static void check(Parsed parsed) {
        var hasError = parsed.problems().stream().anyMatch(problem -> problem.isError());
        assertThat(parsed.runbook().isEmpty()).isEqualTo(hasError);
        parsed.runbook().ifPresent(RobustnessTest::check);
    }

    private static void check(Runbook runbook) {
        var steps = runbook.walk().steps();
        var ids = steps.stream().map(Step::id).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(steps);
        for (var step : steps) {
            assertThat(step.title()).isNotBlank();
            assertThat(step.outcomes()).hasSizeBetween(1, 6);
            step.outcomes().stream().map(Outcome::target).forEach(target -> {
                if (target instanceof Target.ToStep to) {
                    assertThat(ids.contains(to.step())).isTrue();
                }
            });
        }
    }

    private static String shown(Runbook runbook) {
        var sections = runbook.sections();
        var shown = new StringBuilder(runbook.title())
                .append(sections.meaning())
                .append(sections.impact())
                .append(sections.causes())
                .append(sections.escalation())
                .append(sections.references());
        runbook.walk().steps().forEach(step -> shown.append(step.title()).append(step.text()));
        return shown.toString();
    }
}
