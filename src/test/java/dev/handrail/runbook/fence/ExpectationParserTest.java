package dev.handrail.runbook.fence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.fence.Expectation.Operand;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationParserTest {
    /** Returns the expectation with all its parentheses; else the column and words of the first fault. */
    private static String read(String text, Probe.Kind kind) {
        var problems = new Problems();
        return ExpectationParser.parse(text, at -> new Position("a.md", 1, at + 1), kind, problems)
                .map(ExpectationParserTest::words)
                .orElseGet(() -> problems.sorted().stream()
                        .map(ExpectationParserTest::words)
                        .collect(Collectors.joining("\n")));
    }

    private static String words(Problem problem) {
        return problem.at().column() + " " + problem.rule() + ": " + problem.found() + "; " + problem.wanted();
    }

    private static String words(Expectation expectation) {
        return switch (expectation) {
            case Expectation.And and -> "(" + words(and.left()) + " and " + words(and.right()) + ")";
            case Expectation.Or or -> "(" + words(or.left()) + " or " + words(or.right()) + ")";
            case Expectation.Not not -> "not " + words(not.inner());
            case Expectation.Compare compare ->
                words(compare.left()) + " " + compare.operator() + " " + words(compare.right());
            case Expectation.Holds holds -> words(holds.field());
        };
    }

    private static String words(Operand operand) {
        return switch (operand) {
            case Operand.Field field ->
                field.root()
                        + field.path().stream()
                                .map(ExpectationParserTest::words)
                                .collect(Collectors.joining());
            case Operand.Text text -> "'" + text.template().text() + "'";
            case Operand.Numeral number -> number.value().toPlainString();
            case Operand.Truth truth -> String.valueOf(truth.value());
            case Operand.Nothing _ -> "null";
        };
    }

    private static String words(Expectation.Key key) {
        return switch (key) {
            case Expectation.Key.Name name -> "/" + name.name();
            case Expectation.Key.Index index -> "/" + index.index();
        };
    }

    @Nested
    class GivenAnExpectation {
        @ParameterizedTest
        @CsvSource(
                delimiter = '¦',
                quoteCharacter = '~',
                value = {
                    "status == 200 ¦ STATUS EQUAL 200",
                    "status==200&&body.state==\"EXPORTED\" ¦ (STATUS EQUAL 200 and BODY/state EQUAL 'EXPORTED')",
                    "body.a[0].b != null ¦ BODY/a/0/b NOT_EQUAL null",
                    "body[\"a-b\"]['c d'] == 'it says \"x\"' ¦ BODY/a-b/c d EQUAL 'it says \"x\"'",
                    "status < 300 || status >= 500 && !body.ok ¦ (STATUS LESS 300 or (STATUS AT_LEAST 500 and not BODY/ok))",
                    "(status <= 1 || status > 2) && body.x == false ¦ ((STATUS AT_MOST 1 or STATUS GREATER 2) and BODY/x EQUAL false)",
                    "!(status == 404) ¦ not STATUS EQUAL 404",
                    "body.amount == -12.50 ¦ BODY/amount EQUAL -12.50",
                    "body.id == \"{{ order_id }}\" ¦ BODY/id EQUAL '{{ order_id }}'"
                })
        void whenOfHttp_thenItMeansThat(String text, String meaning) {
            assertThat(read(text, Probe.Kind.HTTP)).isEqualTo(meaning);
        }

        @Test
        void whenOfAQuery_thenItsOwnNamesAreKnown() {
            assertThat(read("value < 50", Probe.Kind.PROMQL)).isEqualTo("VALUE LESS 50");
            assertThat(read("rows == 0 || rows[0].state == 'DONE'", Probe.Kind.SQL))
                    .isEqualTo("(ROWS EQUAL 0 or ROWS/0/state EQUAL 'DONE')");
        }

        @Test
        void whenItHasPlaceholders_thenTheyAreKnownWithTheirPlaces() {
            var parsed = ExpectationParser.parse(
                    "body.id == '{{ order_id }}' && body.ref == 'x-{{ steps[\"ask\"].value }}'",
                    at -> new Position("a.md", 1, at + 1),
                    Probe.Kind.HTTP,
                    new Problems());

            assertThat(parsed.orElseThrow().placeholders())
                    .extracting(each -> each.at().column() + " " + each.source() + " " + each.name())
                    .containsExactly("13 NAME order_id", "47 STEP ask");
        }
    }

    @Nested
    class GivenASlip {
        @ParameterizedTest
        @CsvSource(
                delimiter = '¦',
                quoteCharacter = '~',
                value = {
                    "status = 200 ¦ 8 bad-expectation: '='; ==",
                    "status & body.x ¦ 8 bad-expectation: '&'; &&",
                    "status == ¦ 10 bad-expectation: the end; a value: body or status, a number or a text in quotes",
                    "state == 1 ¦ 1 bad-expectation: 'state'; body or status; texts stand in quotes",
                    "body.state == DONE ¦ 15 bad-expectation: 'DONE'; body or status; texts stand in quotes",
                    "status ¦ 1 bad-expectation: 'status' by itself; one of == != < <= > >= after it",
                    "200 ¦ 1 bad-expectation: '200' by itself; one of == != < <= > >= after it",
                    "status < \"a\" ¦ 10 bad-expectation: 'a' with < or >; a number",
                    "status < null ¦ 10 bad-expectation: 'null' with < or >; a number",
                    "1 < status < 3 ¦ 12 bad-expectation: '<'; &&, || or the end",
                    "(status == 1 ¦ 13 bad-expectation: the end; &&, || or )",
                    "body.a[x] == 1 ¦ 8 bad-expectation: 'x'; a place counted from 0, or a name in quotes",
                    "body.a[-1] == 1 ¦ 8 bad-expectation: '-1'; a place counted from 0, or a name in quotes",
                    "body.a[0 == 1 ¦ 10 bad-expectation: '=='; ]",
                    "body. == 1 ¦ 7 bad-expectation: '=='; a name after the point; others as [\"a-name\"]",
                    "body.a == \"x ¦ 11 bad-expectation: a text without its closing \"; the quote",
                    "body.a == '{{ a.b }}' ¦ 12 bad-placeholder: '{{ a.b }}'; {{ name }}, {{ labels[\"a.name\"] }}, {{ annotations[\"a.name\"] }} or {{ steps[\"a-step\"].value }}"
                })
        void whenRead_thenItsPlaceAndTheRemedyAreNamed(String text, String fault) {
            assertThat(read(text, Probe.Kind.HTTP)).isEqualTo(fault);
        }

        @Test
        void whenANameIsOfAnotherKindOfCheck_thenThoseOfThisKindAreNamed() {
            assertThat(read("status == 200", Probe.Kind.PROMQL)).startsWith("1 bad-expectation: 'status'; value");
            assertThat(read("body.x == 1", Probe.Kind.SQL)).startsWith("1 bad-expectation: 'body'; rows or value");
        }

        @ParameterizedTest
        @ValueSource(strings = {"(", "!", "body[", "a", "status == 1 && ", "\"", "-"})
        void whenItIsNestedOrLongBeyondReason_thenItIsRefused(String part) {
            assertThat(read(part.repeat(1900 / part.length()), Probe.Kind.HTTP)).contains("bad-expectation");
            assertThat(read(part.repeat(3000), Probe.Kind.HTTP)).contains("at most 2000");
        }
    }

    @Property
    void givenAnyTokens_whenRead_thenThereIsAMeaningOrAFault(@ForAll("texts") String text) {
        var problems = new Problems();
        var parsed = ExpectationParser.parse(text, at -> new Position("a.md", 1, at + 1), Probe.Kind.HTTP, problems);

        assertThat(parsed.isPresent()).isEqualTo(problems.count() == 0);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "status", "body", ".a", "[0]", "[\"x\"]", "==", "<", "&&", "||", "!", "(", ")", "1", "'t'",
                        "true", "null", " ", "{{", "é", "value")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
