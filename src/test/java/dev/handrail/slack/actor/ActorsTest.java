package dev.handrail.slack.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.handrail.incident.Person;
import dev.handrail.runbook.current.CurrentLibrary;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts while Slack is being asked. A clock of the test's own goes on only when it is told to. */
class ActorsTest {
    private static final Person ANA = new Person("U01ANA", "ana");

    private final Profiles profiles = mock(Profiles.class);
    private final CurrentLibrary libraries = mock(CurrentLibrary.class, RETURNS_DEEP_STUBS);
    private final AtomicLong now = new AtomicLong();
    private final CountDownLatch slackAnswers = new CountDownLatch(1);

    private Actors actors = actors(Duration.ofMinutes(1));

    @BeforeEach
    void nobodyIsCalled() {
        when(libraries.library().catalogue().people()).thenReturn(Map.of());
    }

    @AfterEach
    void close() {
        slackAnswers.countDown();
        actors.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MAY", "GUEST"})
    void givenAnAnswer_whenItLapses_thenItIsStillWhatWasLastKnown(Standing standing) throws Exception {
        says(standing);
        passes(Duration.ofMinutes(6));
        hangs();

        actors.standing(ANA, false, ActorsTest::nobodyWaits);

        assertThat(actors.lastKnown(ANA)).isEqualTo(standing);
    }

    @Test
    void givenSomebodyWhoMightAct_whenSlackIsAskedAgain_thenNobodyWaitsForAnHour() throws Exception {
        says(Standing.MAY);
        hangs();

        passes(Duration.ofMinutes(59));
        assertThat(actors.standing(ANA, false, ActorsTest::nobodyWaits)).contains(Standing.MAY);
        passes(Duration.ofMinutes(2));
        assertThat(actors.standing(ANA, false, ActorsTest::nobodyWaits)).isEmpty();
    }

    @Test
    void givenSomebodyWhoMightNot_whenSlackIsAskedAgain_thenItsAnswerIsWaitedFor() throws Exception {
        says(Standing.NO_RESPONDER);
        passes(Duration.ofMinutes(6));

        says(Standing.MAY);
        assertThat(actors.standing(ANA, false, ActorsTest::nobodyWaits)).contains(Standing.MAY);
    }

    @Test
    void givenSlackFails_whenItIsAskedAgainAndAgain_thenNobodyOfWhomItSaidSomethingWaits() throws Exception {
        says(Standing.GUEST);
        passes(Duration.ofMinutes(6));
        doThrow(new Profiles.UnansweredException("internal_error"))
                .when(profiles)
                .ask(ANA.id());
        settles();
        assertThat(actors.standing(ANA, false, ActorsTest::nobodyWaits)).contains(Standing.GUEST);

        hangs();
        passes(Duration.ofSeconds(11));
        assertThat(actors.standing(ANA, false, ActorsTest::nobodyWaits)).contains(Standing.GUEST);
    }

    @Test
    void givenSlackHangs_whenItHasBeenWaitedForLongEnough_thenWhoeverWaitsIsToldAndItIsUnclear() throws Exception {
        actors.close();
        actors = actors(Duration.ofMillis(1));
        hangs();

        settles();

        assertThat(actors.standing(ANA, false, ActorsTest::nobodyWaits)).contains(Standing.UNCLEAR);
    }

    private static void nobodyWaits() {}

    private Actors actors(Duration patience) {
        return new Actors(profiles, new ActorSettings(false, Set.of()), libraries, new Answers(now::get), patience);
    }

    private void says(Standing standing) throws Exception {
        doReturn(standing).when(profiles).ask(ANA.id());
        settles();
    }

    private void hangs() throws Exception {
        doAnswer(_ -> {
                    slackAnswers.await();
                    return Standing.MAY;
                })
                .when(profiles)
                .ask(ANA.id());
    }

    private void settles() throws InterruptedException {
        var settled = new CountDownLatch(1);
        if (actors.standing(ANA, false, settled::countDown).isEmpty()) {
            assertThat(settled.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
