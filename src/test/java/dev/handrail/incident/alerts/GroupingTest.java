package dev.handrail.incident.alerts;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.Grouping.Candidate;
import dev.handrail.incident.alerts.Grouping.Known;
import dev.handrail.incident.alerts.Grouping.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");
    private static final Instant START = NOW.minus(Duration.ofHours(1));
    private static final Instant END = START.plus(ofMinutes(30));
    private static final IncidentId ID = new IncidentId(7);

    @Test
    void givenNothingIsKnown_whenAnAlertFires_thenItOpensAnIncident() {
        assertThat(place(firing(START), Optional.empty(), Optional.empty())).isEqualTo(new Place.Opens());
    }

    @Test
    void givenNothingIsKnown_whenAnAlertResolves_thenItStartsNothing() {
        assertThat(place(resolved(START), Optional.empty(), Optional.empty())).isInstanceOf(Place.Nowhere.class);
    }

    @Nested
    class GivenAnOpenIncident {
        @Test
        void whenTheSameAlertComesAgain_thenItBelongsThere() {
            assertThat(place(resolved(START), known(open(), true), Optional.empty()))
                    .isEqualTo(new Place.Joins(ID));
        }

        @Test
        void whenItSaysWhatItSaidBefore_thenItIsADuplicate() {
            assertThat(place(firing(START), known(open(), true), Optional.empty()))
                    .isEqualTo(new Place.Repeats(Optional.of(ID), "a duplicate"));
        }

        @Test
        void whenAnotherAlertOfItsGroupFires_thenItJoins() {
            assertThat(place(firing(START), Optional.empty(), Optional.of(open())))
                    .isEqualTo(new Place.Joins(ID));
        }

        @Test
        void whenTheAlertsOwnIncidentIsOpen_thenItWinsOverTheGroup() {
            var other = new Candidate(new IncidentId(9), Optional.empty(), ofMinutes(30));
            assertThat(place(resolved(START), known(open(), true), Optional.of(other)))
                    .isEqualTo(new Place.Joins(ID));
        }
    }

    @Nested
    class GivenAnIncidentThatWasClosedWhileItsAlertFires {
        @Test
        void whenARepeatComesWithinFiveMinutes_thenTheCloseIsBelieved() {
            assertThat(place(firing(START), known(closed(ofMinutes(5)), true), Optional.empty()))
                    .isEqualTo(new Place.Repeats(Optional.of(ID), "a repeat within 5 min of the close by hand"));
        }

        @Test
        void whenARepeatComesLater_thenItIsReopened() {
            assertThat(place(firing(START), known(closed(ofMinutes(6)), true), Optional.empty()))
                    .isEqualTo(new Place.Reopens(ID, "still firing 6 min after it was closed: it is not over"));
        }

        @Test
        void whenAnotherIncidentOfItsGroupIsOpen_thenItJoinsThatOne() {
            var other = new Candidate(new IncidentId(9), Optional.empty(), ofMinutes(30));
            assertThat(place(firing(START), known(closed(ofMinutes(40)), true), Optional.of(other)))
                    .isEqualTo(new Place.Joins(other.id()));
        }

        @Test
        void whenItResolves_thenThatIsNotedThere() {
            assertThat(place(resolved(START), known(closed(ofMinutes(2)), true), Optional.empty()))
                    .isEqualTo(new Place.Notes(ID));
        }

        @Test
        void whenARepeatComesHoursLater_thenItIsReopenedAllTheSame() {
            assertThat(place(firing(START), known(closed(Duration.ofHours(4)), true), Optional.empty()))
                    .isInstanceOf(Place.Reopens.class);
        }
    }

    @Nested
    class GivenAnIncidentThatWasClosedAfterItsAlertResolved {
        @Test
        void whenItFiresAgainWithinTheWindow_thenItIsReopened() {
            assertThat(place(firing(NOW), known(closed(ofMinutes(30)), false), Optional.of(closed(ofMinutes(30)))))
                    .isEqualTo(new Place.Reopens(ID, "fired again 30 min after it was closed"));
        }

        @Test
        void whenItFiresAgainAfterTheWindow_thenAnotherOpens() {
            assertThat(place(firing(NOW), known(closed(ofMinutes(31)), false), Optional.of(closed(ofMinutes(31)))))
                    .isEqualTo(new Place.Opens());
        }
    }

    @Nested
    class GivenAnAlertThatWasResolvedBeforeItWasKnown {
        @Test
        void whenItsFiringComesLate_thenItOpensNothing() {
            var known = known(Optional.empty(), resolved(START), NOW.minus(ofMinutes(1)));

            assertThat(place(firing(START), known, Optional.empty()))
                    .isEqualTo(new Place.Repeats(Optional.empty(), "older than what is known of it"));
        }

        @Test
        void whenItFiresAnew_thenItOpensAnIncident() {
            var known = known(Optional.empty(), resolved(START), NOW.minus(ofMinutes(1)));

            assertThat(place(firing(NOW), known, Optional.empty())).isEqualTo(new Place.Opens());
        }

        @Test
        void whenItStillFiresLongAfter_thenItIsNotOver() {
            var known = known(Optional.empty(), resolved(START), NOW.minus(ofMinutes(16)));

            assertThat(place(firing(START), known, Optional.empty())).isEqualTo(new Place.Opens());
        }
    }

    @Nested
    class GivenASendersClockThatIsWrongByHours {
        @Test
        void whenItRanAheadAndIsRightAgain_thenTheAlertIsNotTakenForAnOldOne() {
            var ahead = resolved(NOW.plus(Duration.ofHours(3)));
            var known = known(Optional.empty(), ahead, NOW.minus(ofMinutes(2)));

            assertThat(place(firing(NOW), known, Optional.empty())).isEqualTo(new Place.Opens());
        }

        @Test
        void whenItGoesBack_thenTheAlertIsNotTakenForAnOldOneForLong() {
            var known = known(Optional.empty(), resolved(START), NOW.minus(ofMinutes(20)));

            assertThat(place(firing(START.minus(Duration.ofHours(3))), known, Optional.empty()))
                    .isEqualTo(new Place.Opens());
        }
    }

    /** What overtook what: an alert began an hour ago and was over half an hour later. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # the report                             | known        | incident | reported | then
            a copy of the beginning                  | ended        | closed   | PT1M     | Repeats
            a copy of the beginning                  | ended        | open     | PT1M     | Repeats
            a copy of the beginning                  | ended        | none     | PT1M     | Repeats
            a copy of the beginning                  | ended        | closed   | PT3M     | Reopens
            a copy of the beginning                  | ended        | open     | PT3M     | Joins
            a copy of the beginning                  | ended        | none     | PT3M     | Repeats
            a copy of the beginning                  | no end       | closed   | PT1M     | Reopens
            a copy of the beginning                  | end at start | closed   | PT1M     | Reopens
            a copy of the beginning                  | fires        | closed   | PT1M     | Reopens
            a copy of the end                        | ended        | closed   | PT1M     | Repeats
            a copy of the end                        | ended        | open     | PT1M     | Repeats
            it fires again                           | ended        | closed   | PT1M     | Reopens
            it fires again                           | ended        | open     | PT1M     | Joins
            the beginning of what was before         | ended        | closed   | PT1M     | Repeats
            the beginning of what was before         | fires        | closed   | PT1M     | Repeats
            the beginning of what was before         | fires        | open     | PT1M     | Repeats
            the end of what was before               | fires        | closed   | PT1M     | Repeats
            the end of what was before               | fires        | open     | PT1M     | Repeats
            the end of what was before               | ended        | closed   | PT1M     | Repeats
            the end, by its first start              | fires        | open     | PT1M     | Joins
            the end, by its first start              | fires        | closed   | PT1M     | Notes
            """)
    void givenReportsThatOvertakeEachOther_thenOnlyWhatIsNewChangesAnything(
            String report, String last, String incident, Duration reported, String then) {
        var candidate = Map.of("open", open(), "closed", closed(ofMinutes(10)));
        var known = known(Optional.ofNullable(candidate.get(incident)), lastKnown(last), NOW.minus(reported));

        assertThat(place(reported(report), known, Optional.empty()).getClass().getSimpleName())
                .isEqualTo(then);
    }

    private static Alert lastKnown(String words) {
        return switch (words) {
            case "ended" -> ended(START, END);
            case "no end" -> resolved(START);
            case "end at start" -> ended(START, START);
            default -> firing(START);
        };
    }

    private static Alert reported(String words) {
        var before = START.minus(ofMinutes(20));
        return switch (words) {
            case "a copy of the beginning" -> firing(START);
            case "a copy of the end" -> ended(START, END);
            case "it fires again" -> firing(END.plusSeconds(1));
            case "the beginning of what was before" -> firing(before);
            case "the end of what was before" -> ended(before, START.minusSeconds(1));
            default -> ended(before, END);
        };
    }

    private static Place place(Alert alert, Optional<Known> known, Optional<Candidate> newest) {
        return Grouping.place(alert, known, newest, NOW);
    }

    private static Candidate open() {
        return new Candidate(ID, Optional.empty(), ofMinutes(30));
    }

    private static Candidate closed(Duration ago) {
        return new Candidate(ID, Optional.of(NOW.minus(ago)), ofMinutes(30));
    }

    private static Optional<Known> known(Candidate incident, boolean firing) {
        return known(Optional.of(incident), firing ? firing(START) : resolved(START), NOW.minus(ofMinutes(50)));
    }

    private static Optional<Known> known(Optional<Candidate> incident, Alert last, Instant reportedAt) {
        var report = new KeptAlert.Report(1, reportedAt, "joins");
        var kept = new KeptAlert(1, incident.map(Candidate::id), last, Optional.empty(), report, Optional.empty());
        return Optional.of(new Known(kept, incident));
    }

    private static Alert firing(Instant startsAt) {
        return alert(Alert.Status.FIRING, startsAt, Optional.empty());
    }

    private static Alert resolved(Instant startsAt) {
        return alert(Alert.Status.RESOLVED, startsAt, Optional.empty());
    }

    private static Alert ended(Instant startsAt, Instant endsAt) {
        return alert(Alert.Status.RESOLVED, startsAt, Optional.of(endsAt));
    }

    private static Alert alert(Alert.Status status, Instant startsAt, Optional<Instant> endsAt) {
        return new Alert(
                "test", "g", new Fingerprint("f"), status, Map.of("alertname", "A"), Map.of(), startsAt, endsAt);
    }
}
