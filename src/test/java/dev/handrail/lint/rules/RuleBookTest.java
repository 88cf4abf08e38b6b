package dev.handrail.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.lint.LintedLibrary;
import dev.handrail.platform.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTest {
    /** What cannot be written down as text has a test of its own where it is found. */
    private static final Set<String> NOT_SHOWN =
            Set.of("left-out", "not-utf-8", "symbolic-link", "too-long", "too-many-files", "unreadable-file");

    /** Said of what Handrail only shows so far, in examples of other rules too. */
    private static final Set<String> BESIDES = Set.of("not-yet-run", "owner-only-in-slack");

    private static final Path RESOURCES = Path.of("src/main/resources/lint");
    private static final Path SOURCES = Path.of("src/main/java/dev/handrail");

    /** Where files of a library are read or looked at; what is said of command lines and of what senders send is no rule. */
    private static final List<String> PACKAGES = List.of("platform/source", "ownership", "runbook", "lint");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+-?)\"");

    private static final RuleBook BOOK = new RuleBook();

    @TempDir
    private Path temp;

    static Stream<Rule> shown() {
        return BOOK.all().stream().filter(rule -> !NOT_SHOWN.contains(rule.name()));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void givenABadExample_whenLinted_thenItBreaksThatRuleAndNoOther(Rule rule) {
        assertThat(broken(rule, rule.bad().orElseThrow())).containsExactly(rule.name());
    }

    @ParameterizedTest
    @MethodSource("shown")
    void givenAGoodExample_whenLinted_thenItBreaksNone(Rule rule) {
        assertThat(broken(rule, rule.good().orElseThrow())).isEmpty();
    }

    private Set<String> broken(Rule rule, Rule.Example example) {
        var library = new LintedLibrary(temp);
        if (!rule.name().equals("missing-file")) {
            library.withOwners();
        }
        return library.with(example.files()).problems().stream()
                .filter(problem -> rule.name().equals("missing-file")
                        || example.files().containsKey(problem.at().file()))
                .peek(problem -> assertThat(rule.severity()).contains(word(problem)))
                .map(Problem::rule)
                .filter(name -> name.equals(rule.name()) || !BESIDES.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(Problem problem) {
        return BESIDES.contains(problem.rule()) ? "" : problem.isError() ? "error" : "warning";
    }

    @Test
    void whenAsked_thenEveryPageIsListedAndNamedAsItsFile() throws IOException {
        try (var files = Files.list(RESOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md"))
                            .map(name -> name.substring(0, name.length() - 3))
                            .sorted())
                    .containsExactlyElementsOf(BOOK.names());
        }
        assertThat(BOOK.all()).extracting(Rule::name).containsExactlyElementsOf(BOOK.names());
        assertThat(BOOK.find("no-such-rule")).isEmpty();
    }

    /** A rule is a word with a hyphen that stands in a file that speaks of problems; what else looks so is listed here. */
    @Test
    void givenTheSources_whenARuleIsNamed_thenItIsInTheBook() throws IOException {
        var others = Set.of("not-yet-", "second-", "unknown-", "handrail-library");
        var named = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(RuleBookTest::speaksOfProblems).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(named::add);
            }
        }
        named.removeAll(others);

        assertThat(named).contains("unknown-key", "dead-link").isSubsetOf(BOOK.names());
    }

    private static boolean speaksOfProblems(Path file) {
        var path = file.toString();
        if (!path.endsWith(".java") || PACKAGES.stream().noneMatch(name -> file.startsWith(SOURCES.resolve(name)))) {
            return false;
        }
        try {
            var text = Files.readString(file);
            return text.contains("platform.source.Problem")
                    || text.contains(".refuse(")
                    || path.contains("/lint/against/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code -Dgolden=write} writes the page for authors anew. */
    @Test
    void givenTheRules_whenThePageForAuthorsIsRead_thenItSaysTheSame() throws IOException {
        var page = Path.of("runbooks/rules/README.md");
        var expected = RulesPage.of(BOOK);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, expected);
        }

        assertThat(page).hasContent(expected);
    }
}
