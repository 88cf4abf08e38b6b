package dev.handrail.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final Bucket bucket = new Bucket(new Rate(10, Duration.ofSeconds(1)));

    @Test
    void givenAsManyAsTheRate_whenTheyComeAtOnce_thenAllPassAndTheNextWaits() {
        assertThat(IntStream.range(0, 10).mapToObj(_ -> bucket.take(NOON))).allMatch(Duration::isZero);
        assertThat(bucket.take(NOON)).isEqualTo(Duration.ofMillis(100));
        assertThat(bucket.take(NOON.plusMillis(99))).isEqualTo(Duration.ofMillis(1));
        assertThat(bucket.take(NOON.plusMillis(100))).isEqualTo(Duration.ZERO);
    }

    @Test
    void givenSomeTimeWithoutACall_thenNoMoreThanTheRateIsSaved() {
        bucket.take(NOON);
        var later = NOON.plusSeconds(3600);
        assertThat(IntStream.range(0, 20)
                        .filter(_ -> bucket.take(later).isZero())
                        .count())
                .isEqualTo(10);
    }

    @Test
    void givenAClockThatGoesBack_thenNobodyWaitsForIt() {
        bucket.take(NOON);
        assertThat(bucket.take(NOON.minusSeconds(60))).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
