package dev.handrail.ownership.rota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.rota.Rotation.StandIn;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is on call, by the clock on the wall of Berlin (+1, in summer +2) and of New York (-5, in summer -4). */
class RotationTest {
    private static final List<String> MEMBERS = List.of("ana", "ben", "cyd");

    private static Rotation rotation(String zone, int days, String at, StandIn... overrides) {
        return new Rotation(
                MEMBERS, LocalDate.of(2026, 3, 2), days, LocalTime.parse(at), ZoneId.of(zone), List.of(overrides));
    }

    private static String onCall(Rotation rotation, Instant now) {
        return rotation.onCall(now).orElse("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:59:59Z, nobody", // one second before the first shift
        "2026-03-02T08:00:00Z, ana",
        "2026-03-09T07:59:59Z, ana",
        "2026-03-09T08:00:00Z, ben",
        "2026-03-16T08:00:00Z, cyd",
        "2026-03-23T08:00:00Z, ana",
        "2026-03-30T06:59:59Z, ana", // clocks went forward on the 29th: this shift is an hour shorter
        "2026-03-30T07:00:00Z, ben",
        "2026-10-19T07:00:00Z, ana",
        "2026-10-26T07:59:59Z, ana", // and back on October 25: an hour longer
        "2026-10-26T08:00:00Z, ben",
        "2027-03-01T08:00:00Z, ben"
    })
    void givenWeeksInBerlin_thenShiftsChangeAtNineOnTheWall(Instant now, String who) {
        assertThat(onCall(rotation("Europe/Berlin", 7, "09:00"), now)).isEqualTo(who);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-07T13:59:59Z, ben", // 08:59:59 in New York
        "2026-03-07T14:00:00Z, cyd",
        "2026-03-08T12:59:59Z, cyd",
        "2026-03-08T13:00:00Z, ana", // clocks went forward in the night before
        "2026-03-09T13:00:00Z, ben",
        "2026-10-31T13:00:00Z, ana",
        "2026-11-01T13:59:59Z, ana", // clocks went back in the night before
        "2026-11-01T14:00:00Z, ben"
    })
    void givenDaysInNewYork_thenShiftsChangeAtNineOnTheWall(Instant now, String who) {
        assertThat(onCall(rotation("America/New_York", 1, "09:00"), now)).isEqualTo(who);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T00:59:59Z, cyd", // half past two does not come on March 29: 02:00 becomes 03:00
        "Europe/Berlin, 2026-03-29T01:00:00Z, ana",
        "Europe/Berlin, 2026-10-25T00:29:59Z, cyd", // it comes twice on October 25: the first counts
        "Europe/Berlin, 2026-10-25T00:30:00Z, ana",
        "Europe/Berlin, 2026-10-25T01:30:00Z, ana",
        "America/New_York, 2026-03-08T06:59:59Z, cyd",
        "America/New_York, 2026-03-08T07:00:00Z, ana",
        "America/New_York, 2026-11-01T07:29:59Z, ana",
        "America/New_York, 2026-11-01T07:30:00Z, ben"
    })
    void givenAHandoverInTheHourThatChanges_thenItIsAtTheLeapOrTheFirstTime(String zone, Instant now, String who) {
        assertThat(onCall(rotation(zone, 1, "02:30"), now)).isEqualTo(who);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T07:59:59Z, ana",
        "2026-03-03T08:00:00Z, cyd",
        "2026-03-03T09:00:00Z, cyd", // two overrides: the first holds
        "2026-03-03T12:00:00Z, ben",
        "2026-03-03T13:00:00Z, ana"
    })
    void givenOverrides_thenTheyHoldFromTheirFirstMomentToBeforeTheirLast(Instant now, String who) {
        var rotation = rotation(
                "Europe/Berlin",
                7,
                "09:00",
                new StandIn(Instant.parse("2026-03-03T08:00:00Z"), Instant.parse("2026-03-03T12:00:00Z"), "cyd"),
                new StandIn(Instant.parse("2026-03-03T08:30:00Z"), Instant.parse("2026-03-03T13:00:00Z"), "ben"));

        assertThat(onCall(rotation, now)).isEqualTo(who);
    }

    @Property(tries = 300)
    void givenAnyMoment_whenAShiftsLengthHasPassedThrice_thenTheSameOneIsOnCallAgain(
            @ForAll @IntRange(min = 1, max = 14) int days, @ForAll @IntRange(min = 0, max = 8000) int hours) {
        var rotation = rotation("UTC", days, "09:00");
        var now = Instant.parse("2026-03-02T09:00:00Z").plus(Duration.ofHours(hours));

        assertThat(rotation.onCall(now)).isPresent();
        assertThat(rotation.onCall(now.plus(Duration.ofDays(3L * days)))).isEqualTo(rotation.onCall(now));
        assertThat(rotation.onCall(now.plus(Duration.ofDays(days)))).isNotEqualTo(rotation.onCall(now));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 09:00, 18:00, 2026-11-20T07:59:59Z, false", // a Friday
        "Europe/Berlin, 09:00, 18:00, 2026-11-20T08:00:00Z, true",
        "Europe/Berlin, 09:00, 18:00, 2026-11-20T16:59:59Z, true",
        "Europe/Berlin, 09:00, 18:00, 2026-11-20T17:00:00Z, false",
        "Europe/Berlin, 09:00, 18:00, 2026-11-21T10:00:00Z, false", // Saturday
        "Europe/Berlin, 09:00, 18:00, 2026-03-30T07:00:00Z, true", // the Monday after the leap in spring
        "Europe/Berlin, 09:00, 18:00, 2026-03-27T07:00:00Z, false", // and the Friday before
        "Europe/Berlin, 09:00, 18:00, 2026-10-26T07:00:00Z, false", // the Monday after that in autumn
        "America/New_York, 09:00, 18:00, 2026-03-09T13:00:00Z, true",
        "America/New_York, 09:00, 18:00, 2026-03-06T13:00:00Z, false",
        "America/New_York, 09:00, 18:00, 2026-11-02T13:00:00Z, false",
        "Europe/Berlin, 22:00, 06:00, 2026-11-20T21:00:00Z, true", // nights: Friday's lasts into Saturday
        "Europe/Berlin, 22:00, 06:00, 2026-11-21T04:59:59Z, true",
        "Europe/Berlin, 22:00, 06:00, 2026-11-21T05:00:00Z, false",
        "Europe/Berlin, 22:00, 06:00, 2026-11-23T04:00:00Z, false", // no shift began on Sunday
        "Europe/Berlin, 00:00, 00:00, 2026-11-20T22:59:59Z, true" // until 24:00 is the whole day
    })
    void givenWorkingHoursOnWeekdays_thenTheClockOnTheWallDecides(
            String zone, LocalTime from, LocalTime to, Instant now, boolean covered) {
        var week =
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

        assertThat(new WorkingHours(week, from, to, ZoneId.of(zone)).cover(now)).isEqualTo(covered);
    }
}
