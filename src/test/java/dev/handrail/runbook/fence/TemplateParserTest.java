package dev.handrail.runbook.fence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateParserTest {
    private final Problems problems = new Problems();

    private Template parse(String text) {
        return TemplateParser.parse(text, at -> new Position("a.md", 1, at + 1), problems);
    }

    @Test
    void givenEachKindOfPlaceholder_whenParsed_thenItsSourceNameAndPlaceAreKnown() {
        var template = parse(
                "/a/{{ order_id }}/{{labels[\"service.name\"]}}/{{ annotations['x-y'] }}?r={{ steps[\"psp-status\"].value }}");

        assertThat(problems.sorted()).isEmpty();
        assertThat(template.placeholders())
                .extracting(each -> each.at().column() + " " + each.source() + " " + each.name())
                .containsExactly("4 NAME order_id", "19 LABEL service.name", "46 ANNOTATION x-y", "73 STEP psp-status");
        assertThat(template.with("?")).isEqualTo("/a/?/?/??r=?");
    }

    @Test
    void givenNoPlaceholder_whenParsed_thenTheTextIsOneLiteral() {
        assertThat(parse("a } } { b").parts()).isEqualTo(List.of(new Template.Literal("a } } { b")));
        assertThat(parse("").parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ order.id }}",
                "{{ }}",
                "{{ a + b }}",
                "{{ labels.region }}",
                "{{ labels[region] }}",
                "{{ labels[\"a\"].value }}",
                "{{ steps[\"a\"] }}",
                "{{ env[\"HOME\"] }}",
                "{{ a | upper }}",
                "{{ {{ a }} }}",
                "{{ a"
            })
    void givenAnythingElse_whenParsed_thenItIsRefusedAtItsPlace(String placeholder) {
        parse("x " + placeholder);

        assertThat(problems.sorted()).isNotEmpty();
        assertThat(problems.sorted().getFirst().rule()).isEqualTo("bad-placeholder");
        assertThat(problems.sorted().getFirst().at().column()).isEqualTo(3);
    }
}
