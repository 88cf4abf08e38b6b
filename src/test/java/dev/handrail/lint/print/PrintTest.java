package dev.handrail.lint.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.lint.FileReport;
import dev.handrail.lint.Report;
import dev.handrail.lint.rules.RuleBook;
import dev.handrail.platform.Json;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintTest {
    private static final Path BASE = Path.of("/repo");
    private static final RuleBook BOOK = new RuleBook();

    private static Shown shown() {
        var problems = List.of(
                Problem.error(new Position("a, b:c.md", 2, 5), "unknown-key", "'100%\nflwo'", "'flow'"),
                Problem.warning(new Position("a, b:c.md", 9, 1), "no-such-rule", "x\u001b[31m", "y"));
        return new Shown(
                List.of(new Report(
                        BASE.resolve("run books"),
                        List.of(
                                new FileReport("a, b:c.md", Optional.of("a"), 1, 3, problems),
                                new FileReport("owners.yml", Optional.empty(), 0, 0, List.of())),
                        Map.of("a, b:c.md", "---\n\tö: flwo: orders\n"))),
                BASE);
    }

    @Test
    void whenForPeople_thenTheLineIsShownWithACaretAndNothingDrivesTheTerminal() {
        var text = new TextPrint(BOOK, Paint.NONE);

        assertThat(text.problems(shown()))
                .containsExactly(
                        "run books/a, b:c.md:2:5: error unknown-key: found '100%·flwo'; wanted 'flow'",
                        "    2 |  ö: flwo: orders",
                        "      |     ^",
                        "      Hint: Use the spelling that is named; keys of your own begin with `x-`.",
                        "run books/a, b:c.md:9:1: warning no-such-rule: found x·[31m; wanted y",
                        "");
        assertThat(text.totals(shown().totals())).isEqualTo("2 files, 1 runbook, 3 steps: 1 error, 1 warning");
    }

    @Test
    void whenForPrograms_thenEachFileIsThereAndNoIdIsNull() {
        var json = Json.tree(new JsonPrint(BOOK).print(shown()));

        assertThat(json.at("/files/0/path").asText()).isEqualTo("a, b:c.md");
        assertThat(json.at("/files/0/steps").asInt()).isEqualTo(3);
        assertThat(json.at("/files/0/problems/0/severity").asText()).isEqualTo("error");
        assertThat(json.at("/files/0/problems/0/hint").asText()).startsWith("Use the spelling");
        assertThat(json.at("/files/1/id").isNull()).isTrue();
        assertThat(json.at("/files/1/problems").isArray()).isTrue();
        assertThat(json.at("/totals"))
                .isEqualTo(Json.tree("{\"errors\":1,\"files\":2,\"runbooks\":1,\"steps\":3,\"warnings\":1}"));
    }

    @Test
    void whenForGithub_thenWhatCommandsAreMadeOfIsEscaped() {
        assertThat(new GithubPrint(BOOK).print(shown()))
                .containsExactly(
                        "::error file=run books/a%2C b%3Ac.md,line=2,col=5,title=unknown-key::found '100%25%0Aflwo'; wanted 'flow'"
                                + "%0AHint: Use the spelling that is named; keys of your own begin with `x-`.",
                        "::warning file=run books/a%2C b%3Ac.md,line=9,col=1,title=no-such-rule::found x\u001b[31m; wanted y");
    }

    @Test
    void whenForCodeScanning_thenPathsAreRelativeAddressesAndEachRuleIsExplained() {
        var sarif = Json.tree(new SarifPrint(BOOK, "1.2.3").print(shown()));

        assertThat(sarif.path("version").asText()).isEqualTo("2.1.0");
        var run = sarif.at("/runs/0");
        assertThat(run.at("/tool/driver/rules/1/id").asText()).isEqualTo("unknown-key");
        assertThat(run.at("/tool/driver/rules/1/help/markdown").asText()).startsWith("# unknown-key");
        assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(1);
        assertThat(run.at("/results/0/level").asText()).isEqualTo("error");
        var place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("run%20books/a,%20b:c.md");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(2);
    }

    @Test
    void givenAPlaceFarToTheRight_whenShown_thenTheLineIsCut() {
        var snippet = Snippet.of("x".repeat(500) + "HERE" + "y".repeat(500), new Position("a.md", 1, 501));

        assertThat(snippet.lines().getFirst()).contains("HERE").hasSizeLessThan(120);
        assertThat(snippet.lines().getLast().indexOf('^'))
                .isEqualTo(snippet.lines().getFirst().indexOf("HERE"));
    }
}
