package dev.handrail.incident;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.Grouping.Candidate;
import dev.handrail.incident.Grouping.Known;
import dev.handrail.incident.Grouping.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");
    private static final Instant START = NOW.minus(Duration.ofHours(1));
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
            assertThat(place(firing(START), known(open(), true), Optional.empty()))
                    .isEqualTo(new Place.Joins(ID));
            assertThat(place(resolved(START), known(open(), true), Optional.empty()))
                    .isEqualTo(new Place.Joins(ID));
        }

        @Test
        void whenAnotherAlertOfItsGroupFires_thenItJoins() {
            assertThat(place(firing(START), Optional.empty(), Optional.of(open())))
                    .isEqualTo(new Place.Joins(ID));
        }

        @Test
        void whenTheAlertsOwnIncidentIsOpen_thenItWinsOverTheGroup() {
            var other = new Candidate(new IncidentId(9), Optional.empty(), ofMinutes(30));
            assertThat(place(firing(START), known(open(), true), Optional.of(other)))
                    .isEqualTo(new Place.Joins(ID));
        }
    }

    @Nested
    class GivenAnIncidentThatWasClosedWhileItsAlertFires {
        @Test
        void whenARepeatComesWithinFiveMinutes_thenTheCloseIsBelieved() {
            assertThat(place(firing(START), known(closed(ofMinutes(5)), true), Optional.empty()))
                    .isInstanceOf(Place.Nowhere.class);
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
        return Optional.of(new Known(incident, firing, START));
    }

    private static Alert firing(Instant startsAt) {
        return alert(Alert.Status.FIRING, startsAt);
    }

    private static Alert resolved(Instant startsAt) {
        return alert(Alert.Status.RESOLVED, startsAt);
    }

    private static Alert alert(Alert.Status status, Instant startsAt) {
        return new Alert(
                "test",
                "g",
                new Fingerprint("f"),
                status,
                Map.of("alertname", "A"),
                Map.of(),
                startsAt,
                Optional.empty());
    }
}
