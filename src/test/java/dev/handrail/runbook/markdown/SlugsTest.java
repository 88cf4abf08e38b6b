package dev.handrail.runbook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1. Replay the order|1-replay-the-order",
                "What's up, doc?|whats-up-doc",
                "Ünïcode — und mehr|ünïcode--und-mehr",
                "snake_case & kebab-case|snake_case--kebab-case",
                "HTTP 5xx (50%)|http-5xx-50",
                "🔥 Fire|-fire",
            })
    void givenAHeading_whenNamed_thenItIsGitHubsName(String text, String slug) {
        assertThat(Slugs.of(text)).isEqualTo(slug);
    }

    @Test
    void givenEqualHeadings_whenNamed_thenTheyAreCounted() {
        var slugs = new Slugs();

        assertThat(slugs.next("Replay")).isEqualTo("replay");
        assertThat(slugs.next("Replay 1")).isEqualTo("replay-1");
        assertThat(slugs.next("Replay")).isEqualTo("replay-2");
        assertThat(slugs.next("replay!")).isEqualTo("replay-3");
        assertThat(slugs.next("!!!")).isEqualTo("step");
    }
}
