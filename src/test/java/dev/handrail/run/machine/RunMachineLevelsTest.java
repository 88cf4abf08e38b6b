package dev.handrail.run.machine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.EscalationPolicy;
import dev.handrail.ownership.EscalationPolicy.Repeat;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.Level.Only;
import dev.handrail.ownership.Roster;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.ownership.rota.Rotation;
import dev.handrail.ownership.rota.WorkingHours;
import dev.handrail.platform.Json;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Plan;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.runbook.Resolution;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom the levels of a policy tell, contact by contact, while nobody takes it. */
class RunMachineLevelsTest {
    private static final List<Contact> THREE =
            List.of(new Contact.SlackUser("U1"), new Contact.Email("a@example.org"), new Contact.PagerDuty("KEY"));
    private static final WorkingHours ALWAYS =
            new WorkingHours(List.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MIN, ZoneOffset.UTC);

    private static Level level(String name, Optional<Duration> between, Optional<Only> only) {
        return new Level(name, THREE, ofMinutes(10), between, Optional.empty(), only);
    }

    private static Level atOnce(String name) {
        return level(name, Optional.empty(), Optional.empty());
    }

    private static Plan plan(Optional<Repeat> repeat, Level... levels) {
        var policy = new EscalationPolicy(Arrays.asList(levels), ofMinutes(5), ofMinutes(15), repeat, List.of());
        return new Plan(List.of(), "ERP", policy, new Resolution.Verify(), ofMinutes(30));
    }

    /** Returns when who is told, from the opening on. */
    private static List<String> told(Plan plan, int times) {
        var run = Rehearsal.of(plan);
        var begin = run.now();
        return IntStream.range(0, times)
                .mapToObj(_ -> {
                    var told = (RunEvent.LevelTold) run.strikes().getFirst();
                    return "%dm %s.%d %s"
                            .formatted(
                                    Duration.between(begin, run.now()).toMinutes(),
                                    told.name(),
                                    told.round(),
                                    told.tell().stream()
                                            .map(contact -> contact.getClass().getSimpleName())
                                            .toList());
                })
                .toList();
    }

    @Test
    void givenContactsWithATimeEach_thenOneIsToldAfterTheOtherAndThenTheNextLevel() {
        var plan = plan(
                Optional.empty(),
                level("A", Optional.of(ofMinutes(2)), Optional.empty()),
                level("B", Optional.of(ofMinutes(3)), Optional.empty()));

        assertThat(told(plan, 6))
                .containsExactly(
                        "2m A.0 [Email]",
                        "4m A.0 [PagerDuty]",
                        "14m B.0 [SlackUser]",
                        "17m B.0 [Email]",
                        "20m B.0 [PagerDuty]",
                        "30m B.1 [SlackUser]");
    }

    @Test
    void givenRounds_thenAllLevelsAreToldAgainBeforeTheLastRepeatsByItsOwnTime() {
        var plan = plan(Optional.of(new Repeat(2, Optional.of(ofMinutes(30)))), atOnce("A"), atOnce("B"));
        var all = "[SlackUser, Email, PagerDuty]";

        assertThat(told(plan, 5))
                .containsExactly(
                        "10m B.0 " + all, "20m A.1 " + all, "30m B.1 " + all, "60m B.2 " + all, "90m B.3 " + all);
    }

    @Test
    void givenALevelThatIsNotToldAtThisHour_thenItIsPassedOverAlsoAtTheOpening() {
        var never = Optional.of(new Only(ALWAYS, false));
        var plan = plan(
                Optional.empty(),
                level("A", Optional.empty(), never),
                atOnce("B"),
                level("C", Optional.empty(), never),
                atOnce("D"));

        assertThat(Rehearsal.of(plan).state().paging())
                .hasValueSatisfying(paging -> assertThat(paging.level()).isEqualTo(1));
        assertThat(told(plan, 2)).allMatch(line -> line.contains("D."));
    }

    @Test
    void givenARotation_whenItsLevelIsTold_thenWhoWasOnCallIsRecorded() {
        var rotation =
                new Rotation(List.of("devi"), LocalDate.of(2020, 1, 1), 1, LocalTime.MIN, ZoneOffset.UTC, List.of());
        var devi = new Teammate("devi", "Devi Rao", Optional.empty(), List.of(new Contact.Email("devi@example.org")));
        var level = new Level(
                "A",
                THREE,
                ofMinutes(10),
                Optional.of(ofMinutes(2)),
                Optional.of(new Roster(rotation, List.of(devi))),
                Optional.empty());
        var plan = Json.read(Json.write(plan(Optional.empty(), level)), Plan.class);
        var run = Rehearsal.of(plan);

        var told = (RunEvent.LevelTold) run.strikes().getFirst();

        assertThat(told.tell()).containsExactly(new Contact.SlackUser("U1"));
        assertThat(told.called().whom("A")).isEqualTo("A (on call: Devi Rao)");
        assertThat(Json.read(Json.write(told), RunEvent.class)).isEqualTo(told);
    }

    @Test
    void givenTheFirstContactWasTold_whenAnOverridePutsAnotherOnCall_thenTheyAreToldFromTheirFirstContact() {
        var before = plan(Optional.empty(), onCall("ana"));
        var sinceYesterday = Rehearsal.NOON.minus(Duration.ofDays(1));
        var after = plan(
                Optional.empty(),
                onCall("ana", new Rotation.StandIn(sinceYesterday, Rehearsal.NOON.plus(Duration.ofDays(1)), "ben")));
        var told = Rehearsal.of(before);
        var strike = new Command.PageFailed(told.state().paging().orElseThrow());

        assertThat(tells(RunMachine.decide(before, told.state(), strike, told.now())))
                .containsExactly(new Contact.Email("ana@example.org"));
        assertThat(tells(RunMachine.decide(after, told.state(), strike, told.now())))
                .containsExactly(new Contact.SlackUser("U2BEN"));
        var stored = Json.read(Json.write(told.state()), RunState.class);
        assertThat(stored).isEqualTo(told.state());
    }

    private static Level onCall(String who, Rotation.StandIn... overrides) {
        var rotation = new Rotation(
                List.of(who), LocalDate.of(2020, 1, 1), 1, LocalTime.MIN, ZoneOffset.UTC, List.of(overrides));
        var ana = new Teammate(
                "ana",
                "Ana",
                Optional.empty(),
                List.of(new Contact.SlackUser("U1ANA"), new Contact.Email("ana@example.org")));
        var ben = new Teammate("ben", "Ben", Optional.empty(), List.of(new Contact.SlackUser("U2BEN")));
        return new Level(
                "A",
                List.of(new Contact.SlackUser("U9LEAD")),
                ofMinutes(10),
                Optional.of(ofMinutes(2)),
                Optional.of(new Roster(rotation, List.of(ana, ben))),
                Optional.empty());
    }

    private static List<Contact> tells(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((RunEvent.LevelTold) ((Decision.Accepted) decision).events().getLast()).tell();
    }

    @Test
    void givenTheFirstContactWasTold_whenSomebodyTakesIt_thenTheOthersAreLeftInPeace() {
        var run = Rehearsal.of(plan(Optional.empty(), level("A", Optional.of(ofMinutes(2)), Optional.empty())));

        run.does(new Command.TakePage(Walks.MARTA)).after(ofMinutes(3));

        assertThat(run.strikesNow()).isEmpty();
    }

    @Test
    void givenNobodyCanBeReached_thenEachContactAndLevelIsToldAtOnceAndWhoeverWasToldWaitsForItsTime() {
        var run = Rehearsal.of(plan(
                Optional.of(new Repeat(2, Optional.empty())),
                level("A", Optional.of(ofMinutes(2)), Optional.empty()),
                atOnce("B")));

        assertThat(failing(run, 3)).containsExactly("A [Email]", "A [PagerDuty]", "B [SlackUser, Email, PagerDuty]");
        assertThat(failing(run, 2)).as("all have been told").isEmpty();
        assertThat(Told.of(run.strikes())).as("the second round, in its time").isEqualTo("LevelTold(0.1)");
        assertThat(failing(run, 9)).hasSize(3);
        assertThat(Told.of(run.strikes())).as("the last alone").isEqualTo("LevelTold(1.2)");
        assertThat(failing(run, 9)).isEmpty();
    }

    @Test
    void givenAPageFailsOfATellingThatIsOverOrTaken_thenNothingComesOfIt() {
        var run = Rehearsal.of(plan(Optional.empty(), atOnce("A"), atOnce("B"), atOnce("C")));
        var first = new Command.PageFailed(run.state().paging().orElseThrow());
        run.does(first);

        assertThat(run.gives(first)).as("the same again").isEmpty();
        run.does(new Command.TakePage(Walks.MARTA));
        assertThat(run.gives(first)).as("somebody has it").isEmpty();
    }

    /** Has the page fail that is under way, some times one after the other. Returns who was told. */
    private static List<String> failing(Rehearsal run, int times) {
        return IntStream.range(0, times)
                .mapToObj(_ ->
                        run.gives(new Command.PageFailed(run.state().paging().orElseThrow())))
                .flatMap(List::stream)
                .map(event -> (RunEvent.LevelTold) event)
                .map(told -> "%s %s"
                        .formatted(
                                told.name(),
                                told.tell().stream()
                                        .map(contact -> contact.getClass().getSimpleName())
                                        .toList()))
                .toList();
    }
}
