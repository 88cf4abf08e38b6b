package dev.handrail.run.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.alert.Severity;
import dev.handrail.incident.ChainVerifier;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.LastDrills;
import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.platform.Database;
import dev.handrail.platform.SettableClock;
import dev.handrail.platform.TestClock;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Decision.Bar;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Decision.SplitBar;
import dev.handrail.run.Ending;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.hand.DrillDesk;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.Receipt;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One Handrail on each database; each test has incidents of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeDeskTest {
    private static final Person ANA = new Person("U01ANA", "Ana");
    private static final Person BEN = new Person("U02BEN", "Ben");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:14:00Z"));
    private final Map<Database, ApplicationContext> running = new EnumMap<>(Database.class);

    @AfterAll
    void stop() {
        for (var handrail : running.values()) {
            var reader = handrail.getBean(RunReader.class);
            assertThat(reader.firstMisstated()).isEmpty();
            assertThat(handrail.getBean(ChainVerifier.class)
                            .verify(reader::head)
                            .broken())
                    .isEmpty();
            handrail.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoIncidents_whenOneIsMerged_thenItsAlertsAreTheOthersWhateverTheirSourceSaysNext(Database database) {
        var handrail = on(database);
        var disk = opens(handrail, firing("disk", "1a"), firing("disk 2", "1a"));
        var queue = opens(handrail, firing("queue", "1b"));
        receive(handrail, resolved("queue", "1b"));
        assertThat(view(handrail, queue).state().resolvedSince()).isPresent();

        assertThat(merge(handrail, disk, queue)).isInstanceOf(Handled.Done.class);

        var gone = view(handrail, disk);
        assertThat(gone.state().position())
                .isEqualTo(new Position.Finished(
                        Ending.MERGED, gone.timeline().getLast().at(), Optional.of(queue)));
        assertThat(gone.alerts().total()).isEqualTo(2);
        assertThat(gone.alerts().firing()).isZero();
        var into = view(handrail, queue);
        assertThat(into.alerts().total()).isEqualTo(3);
        assertThat(into.alerts().firing()).isEqualTo(2);
        assertThat(into.state().resolvedSince()).as("alerts of the other fire").isEmpty();
        assertThat(into.timeline())
                .filteredOn(happened -> happened.event() instanceof Act.MergedIn in
                        && in.moved().alerts() == 2
                        && in.moved().other().equals(disk))
                .hasSize(1);

        assertThat(opens(handrail, firing("disk 3", "1a"))).isEqualTo(queue);
        receive(handrail, resolved("disk", "1a"), resolved("disk 2", "1a"));
        assertThat(view(handrail, queue).state().resolvedSince()).isEmpty();
        receive(handrail, resolved("disk 3", "1a"));
        assertThat(view(handrail, queue).state().resolvedSince()).isPresent();
        assertThat(view(handrail, queue).alerts().total()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void givenAGraverIncident_whenItIsMerged_thenTheOtherIsAsGraveAndSaysWhy(Database database) {
        var handrail = on(database);
        var disk = opens(handrail, firing("disk", "7a"));
        var queue = opens(handrail, firing("queue", "7b"));
        handle(handrail, disk, new Command.ChangeSeverity(ANA, Severity.MEDIUM, Severity.CRITICAL, "Orders are lost"));
        handle(handrail, disk, new Command.Acknowledge(BEN));

        merge(handrail, disk, queue);

        var into = view(handrail, queue);
        assertThat(into.incident().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(into.timeline().reversed())
                .extracting(happened -> happened.event())
                .startsWith(new Act.SeverityChanged(
                        ANA, Severity.MEDIUM, Severity.CRITICAL, "merged with " + disk + ", which is critical"));
        assertThat(into.timeline())
                .extracting(happened -> happened.event())
                .filteredOn(Act.MergedIn.class::isInstance)
                .extracting(event -> ((Act.MergedIn) event).taken())
                .containsExactly(Optional.of(new Act.MergedIn.Taken("NeverSeen", Severity.CRITICAL, Optional.of(BEN))));

        var cron = opens(handrail, firing("cron", "7c"));
        merge(handrail, cron, queue);
        assertThat(view(handrail, queue).incident().severity())
                .as("the less grave one changes nothing")
                .isEqualTo(Severity.CRITICAL);
        assertThat(view(handrail, queue).timeline())
                .filteredOn(happened -> happened.event() instanceof Act.SeverityChanged)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void givenAMergedIncident_whenTheOtherHasEnded_thenWhatIsNewOfItsGroupOpensAnother(Database database) {
        var handrail = on(database);
        var disk = opens(handrail, firing("disk", "2a"));
        var queue = opens(handrail, firing("queue", "2b"));
        var cron = opens(handrail, firing("cron", "2c"));
        merge(handrail, disk, queue);
        merge(handrail, queue, cron);
        assertThat(opens(handrail, firing("disk 2", "2a")))
                .as("a row of merges ends where the last one does")
                .isEqualTo(cron);
        assertThat(refused(handle(handrail, disk, new Command.ReopenByHand(BEN, "Still broken"))))
                .isEqualTo(new Refusal.Over(Ending.MERGED, Optional.of(queue)));
        assertThat(refused(merge(handrail, disk, cron))).isEqualTo(new Refusal.Over(Ending.MERGED, Optional.of(queue)));

        handle(handrail, cron, new Command.TakePage(BEN));
        handle(handrail, cron, new Command.Resolve(BEN, "restarted"));
        clock.advance(Duration.ofMinutes(6));

        var another = opens(handrail, firing("disk 4", "2a"));
        assertThat(another).as("new of the first group").isNotIn(disk, queue, cron);
        assertThat(opens(handrail, firing("disk", "2a")))
                .as("its group has an open incident again")
                .isEqualTo(another);
    }

    @ParameterizedTest
    @EnumSource
    void givenWhatCannotBeMerged_whenSomebodyTries_thenTheyAreToldWhyAndNothingIsHalfDone(Database database) {
        var handrail = on(database);
        var disk = opens(handrail, firing("disk", "3a"));
        var queue = opens(handrail, firing("queue", "3b"));
        var begun = handrail.getBean(DrillDesk.class).begin("order-export-stuck", Map.of());
        var drill = ((DrillDesk.Answer.Begun) begun).drill().incident();

        assertThat(refused(merge(handrail, disk, disk))).isEqualTo(new Refusal.CannotMerge(Bar.ITSELF, disk));
        var none = new IncidentId(9_999);
        assertThat(refused(merge(handrail, disk, none))).isEqualTo(new Refusal.CannotMerge(Bar.NO_SUCH_INCIDENT, none));
        assertThat(refused(merge(handrail, disk, drill))).isEqualTo(new Refusal.CannotMerge(Bar.OTHER_KIND, drill));
        assertThat(refused(merge(handrail, drill, disk))).isEqualTo(new Refusal.CannotMerge(Bar.OTHER_KIND, disk));
        merge(handrail, disk, queue);
        assertThat(refused(merge(handrail, queue, disk))).isEqualTo(new Refusal.CannotMerge(Bar.MERGED_HERE, disk));
        var cron = opens(handrail, firing("cron", "3c"));
        assertThat(refused(merge(handrail, cron, disk))).isEqualTo(new Refusal.CannotMerge(Bar.OVER, disk));
        assertThat(view(handrail, cron).alerts().total()).isEqualTo(1);
        assertThat(view(handrail, queue).alerts().total()).isEqualTo(2);
        assertThat(handrail.getBean(MergeDesk.class).choices(view(handrail, cron)))
                .extracting(view -> view.incident().id())
                .contains(queue)
                .doesNotContain(cron, disk, drill);
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoIncidents_whenManyMergeThemIntoEachOtherAtOnce_thenExactlyOneIsDone(Database database)
            throws Exception {
        var handrail = on(database);
        var disk = opens(handrail, firing("disk", "4a"));
        var queue = opens(handrail, firing("queue", "4b"));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = IntStream.range(0, 8)
                    .<Callable<Handled>>mapToObj(
                            n -> () -> n % 2 == 0 ? merge(handrail, disk, queue) : merge(handrail, queue, disk))
                    .toList();
            var alerts = people.submit(() -> receive(handrail, firing("disk 2", "4a"), firing("queue 2", "4b")));

            var done = 0;
            for (var answer : people.invokeAll(presses)) {
                done += answer.get() instanceof Handled.Done ? 1 : 0;
            }
            alerts.get();
            assertThat(done).isEqualTo(1);
        }
        var isQueue = view(handrail, queue).state().isOpen();
        assertThat(view(handrail, isQueue ? disk : queue).state().isOpen()).isFalse();
        assertThat(view(handrail, isQueue ? queue : disk).alerts().total()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void givenAlertsOfOneIncident_whenSomeAreSplitOff_thenTheyHaveTheirOwnAndStayThere(Database database) {
        var handrail = on(database);
        var disk = opens(handrail, firing("disk", "5a"), firing("disk 2", "5a"), firing("disk 3", "5a"));

        assertThat(refused(split(handrail, disk, _ -> true)))
                .isEqualTo(new Refusal.CannotSplit(SplitBar.ALL_OF_THEM, false));
        assertThat(refused(split(handrail, disk, _ -> false)))
                .isEqualTo(new Refusal.CannotSplit(SplitBar.NONE_OF_THEM, false));
        assertThat(split(handrail, disk, named("disk 2"))).isInstanceOf(Handled.Done.class);

        assertThat(view(handrail, disk).alerts().total()).isEqualTo(2);
        var own = opens(handrail, resolved("disk 2", "5a"));
        assertThat(own).isNotEqualTo(disk);
        assertThat(view(handrail, own).alerts().total()).isEqualTo(1);
        assertThat(view(handrail, own).incident().channel())
                .isEqualTo(view(handrail, disk).incident().channel());
        assertThat(view(handrail, own).timeline())
                .anySatisfy(happened -> assertThat(happened.event()).isInstanceOf(Act.SplitFrom.class));
        assertThat(opens(handrail, firing("disk 4", "5a"))).isEqualTo(disk);
        assertThat(view(handrail, own).state().resolvedSince()).isPresent();
        assertThat(view(handrail, disk).state().resolvedSince()).isEmpty();

        merge(handrail, own, disk);
        assertThat(view(handrail, disk).alerts().total()).isEqualTo(4);
        assertThat(refused(split(handrail, own, named("disk 2"))))
                .isEqualTo(new Refusal.Over(Ending.MERGED, Optional.of(disk)));
    }

    @ParameterizedTest
    @EnumSource
    void givenAlertsThatKeepComing_whenTheirIncidentIsSplitAndMerged_thenNoneIsLostOrInTwo(Database database)
            throws Exception {
        var handrail = on(database);
        var disk = opens(handrail, firing("disk", "6a"), firing("disk 2", "6a"));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = senders.submit(() -> IntStream.range(0, 20)
                    .mapToObj(round ->
                            receive(handrail, round % 2 == 0 ? resolved("disk 2", "6a") : again("disk 2", "6a", round)))
                    .toList());
            // Each of the four moves can overtake a commit once, and it is tried five times.
            for (var turn = 0; turn < 2; turn++) {
                assertThat(split(handrail, disk, named("disk 2"))).isInstanceOf(Handled.Done.class);
                var own = splitLast(handrail, disk);
                assertThat(merge(handrail, own, disk)).isInstanceOf(Handled.Done.class);
            }
            assertThat(sent.get()).hasSize(20);
        }
        assertThat(view(handrail, disk).alerts().total()).isEqualTo(2);
        assertThat(opens(handrail, again("disk 2", "6a", 30))).isEqualTo(disk);
    }

    @ParameterizedTest
    @EnumSource
    void givenTwoDrillsInOne_whenItIsSplitAgain_thenBothAreDrillsToAll(Database database) {
        var handrail = on(database);
        var drills = handrail.getBean(DrillDesk.class);
        var one = ((DrillDesk.Answer.Begun) drills.begin("order-export-stuck", Map.of())).drill();
        var other = ((DrillDesk.Answer.Begun) drills.begin("order-export-stuck", Map.of("a", "b"))).drill();
        assertThat(merge(handrail, one.incident(), other.incident())).isInstanceOf(Handled.Done.class);

        assertThat(split(
                        handrail,
                        other.incident(),
                        kept -> kept.alert().labels().containsKey("a")))
                .isInstanceOf(Handled.Done.class);

        var own = splitLast(handrail, other.incident());
        assertThat(view(handrail, own).isDrill()).isTrue();
        assertThat(handrail.getBean(LastDrills.class).isDrill(own)).isTrue();
        assertThat(handrail.getBean(LastDrills.class).of(one.runbook()))
                .map(LastDrills.Drill::incident)
                .contains(own);
    }

    private static IncidentId splitLast(ApplicationContext handrail, IncidentId id) {
        return view(handrail, id).timeline().reversed().stream()
                .map(happened -> happened.event())
                .filter(Act.SplitOff.class::isInstance)
                .map(Act.SplitOff.class::cast)
                .findFirst()
                .map(off -> off.moved().other())
                .orElseThrow();
    }

    private static Predicate<KeptAlert> named(String fingerprint) {
        return kept -> kept.alert().fingerprint().value().endsWith(":" + fingerprint);
    }

    private static Refusal refused(Handled handled) {
        assertThat(handled).isInstanceOf(Handled.Refused.class);
        return ((Handled.Refused) handled).refusal();
    }

    private static Handled merge(ApplicationContext handrail, IncidentId id, IncidentId into) {
        var wish = new MergeDesk.Wish(ANA, into, "One outage");
        return handrail.getBean(MergeDesk.class).merge(id, wish, () -> {});
    }

    private static Handled split(ApplicationContext handrail, IncidentId id, Predicate<KeptAlert> chosen) {
        var wish = new SplitDesk.Wish(ANA, chosen, "Another disk");
        return handrail.getBean(SplitDesk.class).split(id, wish, () -> {});
    }

    private static Handled handle(ApplicationContext handrail, IncidentId id, Command command) {
        return handrail.getBean(RunService.class).handle(id, command, () -> {});
    }

    private static IncidentView view(ApplicationContext handrail, IncidentId id) {
        return handrail.getBean(RunReader.class).find(id).orElseThrow();
    }

    /** Returns the incident that the last of them is in. */
    private static IncidentId opens(ApplicationContext handrail, Alert... alerts) {
        return receive(handrail, alerts).alerts().getLast().incident().orElseThrow();
    }

    private static Receipt receive(ApplicationContext handrail, Alert... alerts) {
        return handrail.getBean(AlertDesk.class).receive(new Incoming("test", "{}", List.of(alerts), Optional.empty()));
    }

    private static Alert firing(String fingerprint, String group) {
        return alert(fingerprint, group, Alert.Status.FIRING, "02:10");
    }

    private static Alert again(String fingerprint, String group, int minute) {
        return alert(fingerprint, group, Alert.Status.FIRING, "02:%d".formatted(10 + minute));
    }

    private static Alert resolved(String fingerprint, String group) {
        return alert(fingerprint, group, Alert.Status.RESOLVED, "02:10");
    }

    private static Alert alert(String fingerprint, String group, Alert.Status status, String start) {
        return new Alert(
                "test",
                group,
                new Fingerprint(group + ":" + fingerprint),
                status,
                Map.of("alertname", "NeverSeen"),
                Map.of(),
                Instant.parse("2026-11-21T" + start + ":00Z"),
                Optional.empty());
    }

    private ApplicationContext on(Database database) {
        return running.computeIfAbsent(
                database,
                fresh -> ApplicationContext.builder()
                        .properties(fresh.fresh())
                        .properties(Map.of("handrail.runbooks", "runbooks"))
                        .beanDefinitions(TestClock.of(clock))
                        .start());
    }
}
