package dev.handrail.platform.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private final Problems problems = new Problems();

    private YamlMap map(String text) {
        return Yaml.readMap(Excerpt.whole("f.yml", text), problems).orElseThrow();
    }

    private List<String> said() {
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @Nested
    class GivenAMap {
        @Test
        void whenAKeyIsMisspelt_thenTheNearestIsNamed() {
            map("title: x\n  \nonwer: y\n").allowing(Set.of("title", "owner", "flow"));

            assertThat(said()).containsExactly("f.yml:3:1: error unknown-key: found 'onwer'; wanted 'owner'");
        }

        @Test
        void whenAKeyIsLikeNoOther_thenAllAreNamed() {
            map("colour: blue").allowing(Set.of("title", "owner"));

            assertThat(said())
                    .containsExactly("f.yml:1:1: error unknown-key: found 'colour'; wanted one of owner, title");
        }

        @Test
        void whenAKeyBeginsWithX_thenItIsFree() {
            map("x-team: blue").allowing(Set.of("title"));

            assertThat(said()).isEmpty();
        }

        @Test
        void whenAKeyIsThereTwice_thenTheFirstHoldsAndTheSecondIsNoted() {
            assertThat(map("a: 1\nb: 2\na: 3").text("a")).contains("1");
            assertThat(said())
                    .containsExactly(
                            "f.yml:3:1: error duplicate-key: found 'a' again, after line 1; wanted each key once");
        }

        @Test
        void whenAKeyIsMissing_thenTheMapIsNamed() {
            map("\n\n  a: 1").require("b", "a second one");

            assertThat(said()).containsExactly("f.yml:3:3: error missing-key: found no 'b'; wanted a second one");
        }

        @Test
        void whenAValueIsOfTheWrongKind_thenItIsEmptyAndNoted() {
            var map = map("a: [1]\nb: {c: d}\ne: text\nf:\ng: {{ order }}");

            assertThat(map.text("a")).isEmpty();
            assertThat(map.text("b")).isEmpty();
            assertThat(map.list("e")).isEmpty();
            assertThat(map.map("e")).isEmpty();
            assertThat(map.text("f")).isEmpty();
            assertThat(map.text("g")).isEmpty();
            assertThat(said())
                    .containsExactly(
                            "f.yml:1:4: error wrong-kind: found a list; wanted text",
                            "f.yml:2:4: error wrong-kind: found keys with values; wanted text (in quotes, if it has braces: \"{{ name }}\")",
                            "f.yml:3:4: error wrong-kind: found 'text'; wanted a list",
                            "f.yml:3:4: error wrong-kind: found 'text'; wanted keys with values",
                            "f.yml:4:3: error wrong-kind: found nothing; wanted text",
                            "f.yml:5:4: error wrong-kind: found keys with values; wanted text (in quotes, if it has braces: \"{{ name }}\")");
        }

        @Test
        void whenAWordIsABooleanOnlyInOldYaml_thenItIsText() {
            var map = map("a: No\nb: on\nc: 007\nd: 1e3\ne: null");

            assertThat(List.of("a", "b", "c", "d").stream().map(map::text))
                    .containsExactly(Optional.of("No"), Optional.of("on"), Optional.of("007"), Optional.of("1e3"));
            assertThat(map.text("e")).isEmpty();
        }

        @Test
        void whenAnEmojiStandsBefore_thenColumnsCountItAsTwo() {
            map("{😀: 1, b: [1]}").text("b");

            assertThat(said()).containsExactly("f.yml:1:12: error wrong-kind: found a list; wanted text");
        }

        @Test
        void whenOneTextStandsWhereAListMay_thenItIsAListOfOne() {
            assertThat(map("a: x\nb: [y, z]").texts("a")).containsExactly("x");
            assertThat(map("a: x\nb: [y, z]").texts("b")).containsExactly("y", "z");
        }
    }

    @Nested
    class GivenAValue {
        @Test
        void whenItIsATime_thenItIsRead() {
            var map = map("a: 30s\nb: 5m\nc: 2h\nd: 1d");

            assertThat(map.duration("a")).contains(Duration.ofSeconds(30));
            assertThat(map.duration("b")).contains(Duration.ofMinutes(5));
            assertThat(map.duration("c")).contains(Duration.ofHours(2));
            assertThat(map.duration("d")).contains(Duration.ofDays(1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"5", "5 m", "m", "0m", "-5m", "1h30m", "5M", "1w", "1.5h", "9999999d"})
        void whenItIsNoTime_thenItIsNoted(String text) {
            assertThat(map("wait: '" + text + "'").duration("wait")).isEmpty();
            assertThat(said())
                    .containsExactly("f.yml:1:7: error bad-duration: found '" + text + "'; wanted " + Durations.WANTED);
        }

        @Test
        void whenItIsANumberOutOfBounds_thenTheBoundsAreNamed() {
            assertThat(map("limit: 3").get("limit").orElseThrow().integer(1, 9)).contains(3);
            assertThat(map("limit: 10").get("limit").orElseThrow().integer(1, 9))
                    .isEmpty();
            assertThat(map("limit: many").get("limit").orElseThrow().integer(1, 9))
                    .isEmpty();
            assertThat(said())
                    .containsExactly(
                            "f.yml:1:8: error bad-value: found '10'; wanted a whole number from 1 to 9",
                            "f.yml:1:8: error bad-value: found 'many'; wanted a whole number from 1 to 9");
        }

        @Test
        void whenItIsTrueOrFalse_thenItIsRead() {
            assertThat(map("a: true").get("a").orElseThrow().truth()).contains(true);
            assertThat(map("a: false").get("a").orElseThrow().truth()).contains(false);
            assertThat(map("a: yes").get("a").orElseThrow().truth()).isEmpty();
        }
    }

    @Nested
    class GivenAPartOfAFile {
        @Test
        void whenSomethingIsWrong_thenTheFilesOwnPlaceIsNamed() {
            var part = Excerpt.part("book.md", "a: 1\nb: [", 12, 4);

            assertThat(Yaml.readMap(part, problems)).isEmpty();
            assertThat(problems.sorted()).singleElement().satisfies(problem -> {
                assertThat(problem.rule()).isEqualTo("yaml-syntax");
                assertThat(problem.at()).isEqualTo(new Position("book.md", 13, 9));
            });
        }

        @Test
        void whenItIsEmpty_thenThatIsNoted() {
            assertThat(Yaml.readMap(Excerpt.part("book.md", "# a comment\n", 3, 0), problems))
                    .isEmpty();
            assertThat(said()).containsExactly("book.md:3:1: error empty: found nothing; wanted keys and values");
        }
    }

    @Nested
    class GivenABomb {
        @Test
        void whenNestedDeeply_thenItIsRefused() {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                Yaml.read(Excerpt.whole("f.yml", "[".repeat(50_000)), problems);
                Yaml.read(Excerpt.whole("f.yml", "- ".repeat(50_000) + "x"), problems);
                Yaml.read(Excerpt.whole("f.yml", "{a: ".repeat(50_000)), problems);
            });
            assertThat(problems.sorted()).extracting(Problem::rule).containsOnly("yaml-too-complex");
        }

        @Test
        void whenAliasesAbound_thenItIsRefused() {
            Yaml.read(Excerpt.whole("f.yml", "a: &a [x]\nb: [" + "*a, ".repeat(100) + "*a]"), problems);

            assertThat(problems.sorted()).extracting(Problem::rule).containsExactly("yaml-too-complex");
        }

        @Test
        void whenAListHoldsItself_thenReadingEnds() {
            assertThat(map("a: &a [*a]").list("a")).hasSize(1);
        }
    }

    @Property(tries = 300)
    void givenAnyText_whenRead_thenNothingFails(@ForAll String text) {
        var noted = new Problems();
        Yaml.readMap(Excerpt.whole("f.yml", text), noted)
                .ifPresentOrElse(
                        map -> assertThat(map.keys()).isNotNull(),
                        () -> assertThat(noted.hasErrors()).isTrue());
    }
}
