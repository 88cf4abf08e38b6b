package dev.handrail.ownership.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.maintenance.MaintenanceWindow.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static MaintenanceWindow window(String day, String from, String to, ZoneId zone) {
        return new MaintenanceWindow(
                List.of(Day.parse(day).orElseThrow()), LocalTime.parse(from), LocalTime.parse(to), zone, day, "backup");
    }

    private static Span span(String from, String until) {
        return new Span(Instant.parse(from), Instant.parse(until));
    }

    @Nested
    class GivenAWindowOverMidnight {
        private final MaintenanceWindow sunday = window("Sunday", "22:00", "02:00", BERLIN);

        @ParameterizedTest
        @CsvSource({
            "2026-11-22T20:59:59Z, false", // Sunday, 21:59:59 in Berlin
            "2026-11-22T21:00:00Z, true",
            "2026-11-22T23:30:00Z, true", // Monday there
            "2026-11-23T00:59:59Z, true",
            "2026-11-23T01:00:00Z, false",
            "2026-11-21T22:30:00Z, false" // Saturday
        })
        void whenAMomentIsAskedFor_thenTheFirstIsInAndTheLastIsOut(Instant now, boolean covered) {
            assertThat(sunday.covering(now).isPresent()).isEqualTo(covered);
        }

        @Test
        void whenItIsNow_thenItsEndIsKnownAndTheNextIsAWeekLater() {
            var now = Instant.parse("2026-11-23T00:00:00Z");

            assertThat(sunday.covering(now)).contains(span("2026-11-22T21:00:00Z", "2026-11-23T01:00:00Z"));
            assertThat(sunday.next(now)).contains(span("2026-11-29T21:00:00Z", "2026-11-30T01:00:00Z"));
        }
    }

    @Nested
    class GivenClocksThatAreChanged {
        @Test
        void whenTheyAreSetForward_thenTheNightIsAnHourShorter() {
            var night = window("day", "01:00", "05:00", BERLIN);

            assertThat(night.next(Instant.parse("2026-03-28T12:00:00Z")))
                    .contains(span("2026-03-29T00:00:00Z", "2026-03-29T03:00:00Z"));
        }

        @Test
        void whenTheyAreSetForwardPastItsBeginning_thenItBeginsAtTheLeap() {
            var window = window("day", "02:30", "03:15", BERLIN);

            assertThat(window.next(Instant.parse("2026-03-28T12:00:00Z")))
                    .contains(span("2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z"));
        }

        @Test
        void whenTheHourDoesNotExist_thenThatDayHasNone() {
            var window = window("day", "02:00", "03:00", BERLIN);

            assertThat(window.next(Instant.parse("2026-03-28T12:00:00Z")))
                    .contains(span("2026-03-30T00:00:00Z", "2026-03-30T01:00:00Z"));
        }

        @Test
        void whenTheyAreSetBack_thenTheWindowLastsThroughBothHours() {
            var window = window("day", "02:00", "02:30", BERLIN);

            assertThat(window.next(Instant.parse("2026-10-24T12:00:00Z")))
                    .contains(span("2026-10-25T00:00:00Z", "2026-10-25T01:30:00Z"));
        }

        @Test
        void whenTheyAreSetBackDuringTheNight_thenItIsAnHourLonger() {
            var night = window("Saturday", "22:00", "06:00", BERLIN);

            assertThat(night.covering(Instant.parse("2026-10-25T04:59:59Z")))
                    .contains(span("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"));
        }
    }

    @Nested
    class GivenDays {
        @ParameterizedTest
        @CsvSource({
            "day, 2026-11-21, true",
            "weekday, 2026-11-20, true",
            "weekday, 2026-11-21, false",
            "weekend, 2026-11-21, true",
            "sunday, 2026-11-22, true",
            "1st, 2026-11-01, true",
            "31st, 2026-11-30, false",
            "last day, 2026-11-30, true",
            "last day, 2028-02-29, true",
            "last day, 2028-02-28, false",
            "2nd Tuesday, 2026-11-10, true",
            "2nd Tuesday, 2026-11-03, false",
            "last Friday, 2026-11-27, true",
            "last Friday, 2026-11-20, false",
            "5th Monday, 2026-11-30, true",
            "5th Monday, 2026-12-28, false"
        })
        void whenADateIsAskedFor_thenTheyFallOnItOrNot(String words, LocalDate date, boolean falls) {
            assertThat(Day.parse(words).orElseThrow().falls(date)).isEqualTo(falls);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "days", "Sun", "SUNDAY", "0th", "32nd", "6th Monday", "first Monday", "last", "2nd day"})
        void whenTheyMeanNothing_thenTheyAreNone(String words) {
            assertThat(Day.parse(words)).isEmpty();
        }
    }

    @Test
    void givenTheWholeDay_whenMidnightPasses_thenTheNextDayIsAnother() {
        var window = window("Saturday", "00:00", "00:00", ZoneOffset.UTC);

        assertThat(window.covering(Instant.parse("2026-11-21T00:00:00Z")))
                .contains(span("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"));
        assertThat(window.covering(Instant.parse("2026-11-22T00:00:00Z"))).isEmpty();
    }

    @Property
    void givenAnyMoment_whenAWindowCoversIt_thenItIsBetweenItsEndsAndLastsNoLongerThanADayAndAnHour(
            @ForAll @IntRange(min = 0, max = 60 * 24 * 366) int minutes,
            @ForAll @IntRange(min = 0, max = 1439) int from,
            @ForAll @IntRange(min = 0, max = 1439) int to) {
        var now = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes));
        var window = new MaintenanceWindow(
                List.of(Day.parse("weekday").orElseThrow()),
                LocalTime.ofSecondOfDay(from * 60L),
                LocalTime.ofSecondOfDay(to * 60L),
                BERLIN,
                "weekday",
                "backup");

        window.covering(now).ifPresent(span -> {
            assertThat(now).isAfterOrEqualTo(span.from()).isBefore(span.until());
            assertThat(Duration.between(span.from(), span.until())).isLessThanOrEqualTo(Duration.ofHours(25));
        });
        assertThat(window.next(now))
                .hasValueSatisfying(span -> assertThat(span.from()).isAfter(now));
    }
}
