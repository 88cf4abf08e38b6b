package dev.handrail.match.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Order.*; Order",
                ".*ExportStalled; ExportStalled",
                ".*-worker-[0-9]+; -worker-",
                "[A-Z]+GateDown; GateDown",
                "a(?:bcd)+e; a bcd e",
                "orders?; order",
                "ab{2,}cde; ab cde",
                "db-\\d+\\.prod\\.example; db- .prod.example",
                "[[:alpha:]\\]]+_total; _total",
                "x|[ab]; ",
                "(?i)order; ",
                "\\Qorder\\E; ",
                "a*; ",
                ".*; ",
            })
    void whenARegexIsRead_thenTheTextsThatItNeedsAreFound(String regex, String needed) {
        assertThat(Literals.needed(regex))
                .isEqualTo(
                        needed == null
                                ? List.of()
                                : Stream.of(needed.split(" ")).map(Set::of).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-export|order-import",
                "(order-export|order-import)(.*)",
                "x(?:order-export|order-import)+y?"
            })
    void whenARegexHasAlternatives_thenOneOfThemIsNeeded(String regex) {
        assertThat(Literals.needed(regex)).contains(Set.of("order-export", "order-import"));
    }

    /** What is found may be too little; it must never be too much, or an alert would miss its runbook. */
    @Property(tries = 5000)
    void whenAValueMatches_thenItHasOneOfTheTextsInIt(
            @ForAll("regexes") String regex, @ForAll("values") List<String> values) {
        var pattern = compiled(regex);
        var needed = Literals.needed(regex);

        assertThat(values)
                .filteredOn(pattern::matches)
                .allMatch(value ->
                        needed.stream().allMatch(texts -> texts.stream().anyMatch(value::contains)));
    }

    private static Pattern compiled(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException _) {
            Assume.that(false);
            throw new IllegalStateException("assumed");
        }
    }

    @Provide
    Arbitrary<String> regexes() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "c",
                        "aa",
                        ".",
                        "[ab]",
                        "[^]a]",
                        "[]b]",
                        "\\.",
                        "\\d",
                        "\\b",
                        "^",
                        "$",
                        "(",
                        "(?:",
                        ")",
                        "|",
                        "*",
                        "+",
                        "?",
                        "*?",
                        "{0}",
                        "{1}",
                        "{2,}",
                        "{0,2}",
                        "{x",
                        "{",
                        "}",
                        "]",
                        "(?i)",
                        "\\x61",
                        "\\pL",
                        "[[:digit:]b]")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.strings()
                .withChars("abcA1.{x}]")
                .ofMaxLength(6)
                .list()
                .ofSize(60);
    }
}
