package dev.handrail.incident.storm;

import static dev.handrail.incident.storm.Place.Kind.FLOW;
import static dev.handrail.incident.storm.Place.Kind.MODE;
import static dev.handrail.incident.storm.Place.Kind.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.storm.Storm.Recent;
import dev.handrail.incident.storm.Storm.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StormTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Place ORDERS = new Place(FLOW, "order-to-erp");
    private static final Place REFUNDS = new Place(FLOW, "refund-to-erp");
    private static final Place ERP = new Place(SYSTEM, "erp-netsuite");
    private static final IncidentId TWELVE = new IncidentId(12);

    private static Failing failing(String mode, int secondsAgo, Place... places) {
        return new Failing(mode, List.of(places), NOON.minusSeconds(secondsAgo));
    }

    private static Recent recent(int id, Failing failing) {
        return new Recent(new IncidentId(id), failing, Optional.empty());
    }

    private static Recent part(int id, Failing failing) {
        return new Recent(new IncidentId(id), failing, Optional.of(TWELVE));
    }

    /** As many failure modes as asked, one every ten seconds, the last one just now. */
    private static List<Recent> modes(int count, Place... places) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> recent(n, failing("mode-" + n, (count - n) * 10, places)))
                .toList();
    }

    private static Verdict judge(Failing fresh, List<Recent> lately) {
        return Storm.judge(fresh, lately, Map.of(), StormSettings.DEFAULT);
    }

    @Nested
    class GivenFailureModesOfOneFlow {
        @Test
        void whenTheFourthOpens_thenItStandsAlone() {
            assertThat(judge(failing("new", 0, ORDERS), modes(3, ORDERS))).isEqualTo(new Verdict.Alone());
        }

        @Test
        void whenTheFifthOpens_thenAStormBeginsAndGathersTheOthers() {
            var lately = modes(4, ORDERS);

            assertThat(judge(failing("new", 0, ORDERS), lately))
                    .isEqualTo(new Verdict.Begins(ORDERS, lately, "5 failure modes on flow order-to-erp within 30 s"));
        }

        @Test
        void whenTheFirstIsOlderThanTheWindow_thenItDoesNotCount() {
            var lately = Stream.concat(modes(3, ORDERS).stream(), Stream.of(recent(9, failing("old", 301, ORDERS))))
                    .toList();

            assertThat(judge(failing("new", 0, ORDERS), lately)).isEqualTo(new Verdict.Alone());
        }

        @Test
        void whenTheyAreOfOneModeOnly_thenTheyAreNoStormOfModes() {
            var lately = IntStream.rangeClosed(1, 48)
                    .mapToObj(n -> recent(n, failing("stuck", n, ORDERS)))
                    .toList();

            assertThat(judge(failing("stuck", 0, ORDERS), lately)).isEqualTo(new Verdict.Alone());
        }

        @Test
        void whenTheFiftiethOfOneModeOpens_thenAStormBegins() {
            var lately = IntStream.rangeClosed(1, 49)
                    .mapToObj(n -> recent(n, failing("stuck", n, ORDERS)))
                    .toList();

            assertThat(judge(failing("stuck", 0, ORDERS), lately))
                    .isEqualTo(new Verdict.Begins(ORDERS, lately, "50 incidents on flow order-to-erp within 49 s"));
        }
    }

    @Nested
    class GivenSeveralPlaces {
        @Test
        void whenTheFlowHoldsAllThatTheSystemHolds_thenTheStormIsOnTheFlow() {
            assertThat(judge(failing("new", 0, ORDERS, ERP), modes(4, ORDERS, ERP)))
                    .isInstanceOfSatisfying(
                            Verdict.Begins.class,
                            storm -> assertThat(storm.place()).isEqualTo(ORDERS));
        }

        @Test
        void whenTheSystemHoldsMore_thenTheStormIsOnTheSystem() {
            var lately = Stream.concat(
                            modes(4, ORDERS, ERP).stream(), Stream.of(recent(9, failing("refund", 0, REFUNDS, ERP))))
                    .toList();

            assertThat(judge(failing("new", 0, ORDERS, ERP), lately))
                    .isInstanceOfSatisfying(
                            Verdict.Begins.class,
                            storm -> assertThat(storm.place()).isEqualTo(ERP));
        }

        @Test
        void whenNothingIsShared_thenEachStandsAlone() {
            assertThat(judge(failing("new", 0, REFUNDS), modes(20, ORDERS))).isEqualTo(new Verdict.Alone());
        }
    }

    @Nested
    class GivenAnOpenStorm {
        @Test
        void whenAnythingOpensInItsPlace_thenItJoins() {
            assertThat(Storm.judge(
                            failing("new", 0, ORDERS, ERP), List.of(), Map.of(ERP, TWELVE), StormSettings.DEFAULT))
                    .isEqualTo(new Verdict.Joins(TWELVE, "storm #12 is on system erp-netsuite"));
        }

        @Test
        void whenItSpreadsToAnotherFlowOfTheSameSystem_thenThatJoinsAndNoSecondStormBegins() {
            var lately = IntStream.rangeClosed(1, 5)
                    .mapToObj(n -> part(n, failing("mode-" + n, n, ORDERS, ERP)))
                    .toList();

            assertThat(Storm.judge(
                            failing("refund", 0, REFUNDS, ERP), lately, Map.of(ORDERS, TWELVE), StormSettings.DEFAULT))
                    .isEqualTo(new Verdict.Joins(
                            TWELVE, "6 failure modes on system erp-netsuite within 5 s, most of them in storm #12"));
        }
    }

    @Test
    void givenAModeWithoutFlowOrSystem_whenItOpensFiftyTimes_thenTheModeIsThePlace() {
        var place = new Place(MODE, "stuck");
        var lately = IntStream.rangeClosed(1, 49)
                .mapToObj(n -> recent(n, failing("stuck", n, place)))
                .toList();

        assertThat(judge(failing("stuck", 0, place), lately))
                .isEqualTo(new Verdict.Begins(place, lately, "50 incidents on “stuck” within 49 s"));
    }

    @Test
    void givenPlaces_whenTheyAreStored_thenTheyReadBack() {
        assertThat(Place.of("system:erp:eu")).isEqualTo(new Place(SYSTEM, "erp:eu"));
        assertThat(Place.of(ORDERS.encoded())).isEqualTo(ORDERS);
        assertThat(StormSettings.DEFAULT.words())
                .isEqualTo("5 failure modes, or 50 incidents, within 5 min are a storm");
    }

    @Property
    void aStormBeginsExactlyAtTheThresholdWhateverTheOrder(
            @ForAll @IntRange(min = 2, max = 20) int threshold, @ForAll @IntRange(max = 25) int others) {
        var settings = new StormSettings(threshold, 1000, Duration.ofMinutes(5));
        var verdict = Storm.judge(failing("new", 0, ORDERS), modes(others, ORDERS), Map.of(), settings);

        assertThat(verdict instanceof Verdict.Begins).isEqualTo(others + 1 >= threshold);
    }
}
