package dev.handrail.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static Silence silence(String matchers) {
        var read = (MatcherParser.Matchers) MatcherParser.parse(matchers);
        return new Silence(1, read.matchers(), NOON, NOON.plus(Duration.ofHours(2)), "Ana", "deploy", Optional.empty());
    }

    @Test
    void givenSeveralMatchers_whenAnAlertMeetsOnlySome_thenItIsNotCovered() {
        var silence = silence("flow=\"order-to-erp\", alertname=~\"Order.*\", severity!=\"critical\"");

        assertThat(silence.covers(Map.of("flow", "order-to-erp", "alertname", "OrderLost")))
                .isTrue();
        assertThat(silence.covers(Map.of("flow", "order-to-erp", "alertname", "Reorder")))
                .isFalse();
        assertThat(silence.covers(Map.of("alertname", "OrderLost"))).isFalse();
        assertThat(silence.covers(Map.of("flow", "order-to-erp", "alertname", "OrderLost", "severity", "critical")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "severity!=\"critical\"", "flow=~\".*\"", "flow=\"\""})
    void givenMatchersThatEveryAlertMeets_whenASilenceIsMade_thenItIsRefused(String matchers) {
        assertThatThrownBy(() -> silence(matchers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one that asks for a value")
                .hasMessageContaining("every alert");
    }

    @Test
    void givenItsEnds_whenTimePasses_thenItIsActiveFromTheFirstToTheLastExcluded() {
        var silence = silence("flow=a");

        assertThat(silence.isActive(NOON.minusNanos(1))).isFalse();
        assertThat(silence.isActive(NOON)).isTrue();
        assertThat(silence.isActive(NOON.plus(Duration.ofHours(2)).minusNanos(1)))
                .isTrue();
        assertThat(silence.isActive(NOON.plus(Duration.ofHours(2)))).isFalse();
        assertThat(silence.isOver(NOON.minusNanos(1))).isFalse();
    }

    @Test
    void givenItWasEndedEarly_whenAsked_thenItIsOver() {
        var made = silence("flow=a");
        var ended = new Silence(
                1,
                made.matchers(),
                made.from(),
                made.until(),
                "Ana",
                "deploy",
                Optional.of(new Silence.Ended(NOON.plusSeconds(60), "Ben")));

        assertThat(ended.isActive(NOON.plusSeconds(61))).isFalse();
        assertThat(ended.isOver(NOON.plusSeconds(61))).isTrue();
    }

    @Test
    void givenItEndsBeforeItBegins_whenItIsMade_thenItIsRefused() {
        var matchers = List.of(new LabelMatcher("flow", LabelMatcher.Operator.EQUAL, "a"));

        assertThatThrownBy(() -> new Silence(0, matchers, NOON, NOON, "Ana", "deploy", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after the beginning");
    }
}
