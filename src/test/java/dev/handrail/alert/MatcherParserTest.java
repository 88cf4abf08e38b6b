package dev.handrail.alert;

import static dev.handrail.alert.LabelMatcher.Operator.EQUAL;
import static dev.handrail.alert.LabelMatcher.Operator.MATCHES;
import static dev.handrail.alert.LabelMatcher.Operator.NOT_EQUAL;
import static dev.handrail.alert.LabelMatcher.Operator.NOT_MATCHES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.MatcherParser.Fault;
import dev.handrail.alert.MatcherParser.Matchers;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherParserTest {
    private static List<LabelMatcher> matchers(String text) {
        return switch (MatcherParser.parse(text)) {
            case Matchers parsed -> parsed.matchers();
            case Fault fault -> throw new AssertionError(fault.toString());
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=\"b\"",
                "{a=\"b\"}",
                " { a = \"b\" , } ",
                "a=b",
                "{a=b}",
                "\"a\"=\"b\"",
                "a=\"b\",",
            })
    void givenOneMatcher_whenParsed_thenTheFormDoesNotMatter(String text) {
        assertThat(matchers(text)).containsExactly(new LabelMatcher("a", EQUAL, "b"));
    }

    @Test
    void givenSeveral_whenParsed_thenTheyKeepTheirOrder() {
        assertThat(matchers("{flow=\"order-to-erp\", alertname=~\"OrderExport.*\", severity!=\"info\", env!~dev|test}"))
                .containsExactly(
                        new LabelMatcher("flow", EQUAL, "order-to-erp"),
                        new LabelMatcher("alertname", MATCHES, "OrderExport.*"),
                        new LabelMatcher("severity", NOT_EQUAL, "info"),
                        new LabelMatcher("env", NOT_MATCHES, "dev|test"));
    }

    @Test
    void givenEscapes_whenParsed_thenTheyAreThoseOfAlertmanager() {
        assertThat(matchers("a=\"say \\\"hi\\\"\\n\\\\\"").getFirst().value()).isEqualTo("say \"hi\"\n\\");
        assertThat(matchers("a=~\"\\d+\"").getFirst().value()).isEqualTo("\\d+");
        assertThat(matchers("a=\"x, y}\"").getFirst().value()).isEqualTo("x, y}");
    }

    @Test
    void givenNothing_whenParsed_thenThereAreNone() {
        assertThat(matchers("")).isEmpty();
        assertThat(matchers("{}")).isEmpty();
        assertThat(matchers("a=\"\"")).containsExactly(new LabelMatcher("a", EQUAL, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alertname|9",
                "alertname=\"x|10",
                "{a=\"b\"|6",
                "a=\"b\" c=\"d\"|6",
                "=b|0",
                "a=~\"[\"|3",
                "a==b|2",
                "a=b}|3",
                "{a=b}}|5",
                "a~b|1",
            })
    void givenASlip_whenParsed_thenItsPlaceIsNamed(String text, int offset) {
        assertThat(MatcherParser.parse(text)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.offset()).isEqualTo(offset);
            assertThat(fault.found()).isNotBlank();
            assertThat(fault.wanted()).isNotBlank();
        });
    }

    @Property(tries = 500)
    void givenAnyText_whenParsed_thenNothingFails(@ForAll String text) {
        assertThat(MatcherParser.parse(text)).isNotNull();
    }

    @Property(tries = 300)
    void givenAnyMatcher_whenWrittenAndParsed_thenItIsTheSame(
            @ForAll @AlphaChars @StringLength(min = 1, max = 9) String label, @ForAll String value) {
        var matcher = new LabelMatcher(label, EQUAL, value);

        assertThat(matchers(matcher.toString())).containsExactly(matcher);
    }
}
