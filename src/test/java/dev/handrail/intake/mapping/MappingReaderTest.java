package dev.handrail.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class MappingReaderTest {
    @SuppressWarnings("unused") // by its name
    private static final java.util.List<String> MAPPED = BuiltIn.MAPPED;

    @ParameterizedTest
    @FieldSource("MAPPED")
    void givenAMappingThatIsBuiltIn_whenRead_thenNothingIsWrongInIt(String source) {
        var reading = MappingReader.read(source + ".yml", BuiltIn.text(source).orElseThrow());

        assertThat(reading.problems()).isEmpty();
        var mapping = reading.mapping().orElseThrow();
        assertThat(mapping.source()).isEqualTo(source);
        assertThat(mapping.docs()).startsWith("https://");
        assertThat(mapping.shapeNames()).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            nmae: x                          | shop.yml:3:1: error unknown-key: found 'nmae'; wanted 'name'
            name: $uppercas(x)               | shop.yml:3:7: error bad-expression: found '$uppercas'; wanted $uppercase
            name: $frist(x)                  | shop.yml:3:7: error bad-expression: found '$frist'; wanted $first
            name: x.y[                       | shop.yml:3:11: error bad-expression: found Expected "]" before end of expression; wanted a JSONata expression
            name: "$match(x, /(a+)+b/)"      | shop.yml:3:18: error bad-expression: found a regular expression between slashes; wanted $find(text, 'pattern'), which ends in linear time
            name: $eval(x)                   | shop.yml:3:7: error bad-expression: found '$eval'; wanted $
            status: fired                    | shop.yml:3:9: error bad-value: found 'fired'; wanted firing, resolved or skipped
            extends: strip                   | shop.yml:3:10: error bad-value: found 'strip'; wanted the name
            """)
    void givenAMistake_whenRead_thenItIsNamedWithItsPlaceAndARemedy(String line, String problem) {
        var status = line.startsWith("status") ? "x-note: no" : "status: firing";

        var problems = MappingReader.read("shop.yml", "source: shop\n" + status + "\n" + line + "\n")
                .problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .anySatisfy(text -> assertThat(text).startsWith(problem.substring(0, Math.min(problem.length(), 60))));
    }

    @Test
    void givenWhatTheWayInReads_whenRead_thenItIsLeftAlone() {
        var reading = MappingReader.read(
                "shop.yml",
                "source: shop\nstatus: firing\nname: n\nauthentication: {bearer: SHOP_TOKEN}\nstale_after: 1h\n");

        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void givenVariablesAndFunctions_whenRead_thenTheyAreKnown() {
        var reading = MappingReader.read("shop.yml", """
                source: shop
                status: firing
                let:
                  thing: /* not $this */ order
                  half: $thing.total / 2
                name: "($f := function($x) { $x & '$notthis' }; $map(items, function($v, $i) { $f($v) }) ~> $join('/'))"
                """);

        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void givenNoStatus_whenRead_thenItIsMissed() {
        assertThat(MappingReader.read("shop.yml", "source: shop\nname: n\n").problems())
                .extracting(Problem::rule)
                .containsExactly("missing-key");
    }
}
