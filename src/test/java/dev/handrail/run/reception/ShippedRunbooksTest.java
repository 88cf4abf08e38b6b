package dev.handrail.run.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.Person;
import dev.handrail.match.Match;
import dev.handrail.match.Matcher;
import dev.handrail.run.Command;
import dev.handrail.run.Decision;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.machine.RunMachine;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.library.LastGood;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.library.LibraryReader;
import dev.handrail.runbook.library.LibraryResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRunbooksTest {
    private static final Person ANA = new Person("U01ANA", "Ana");
    private static final Library LIBRARY = library();

    /** Every alert that flows.yml leads to a runbook, with its flow. */
    private static Stream<Arguments> alerts() {
        return LIBRARY.catalogue().flows().values().stream()
                .flatMap(flow -> flow.failureModes().stream()
                        .filter(mode -> mode.runbook().isPresent())
                        .map(mode -> Arguments.of(
                                mode.alert().orElseThrow(),
                                flow.id(),
                                mode.runbook().orElseThrow())));
    }

    @Test
    void givenTheShippedLibrary_thenItHasNoProblems() {
        assertThat(LIBRARY.problems()).isEmpty();
        assertThat(LIBRARY.runbooks()).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void givenTheShippedFlows_thenTheyNameEveryRunbook() {
        assertThat(alerts().map(alert -> alert.get()[2]))
                .containsAll(LIBRARY.runbooks().stream().map(Runbook::path).toList());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void givenAShippedRunbook_whenEveryOutcomeIsTaken_thenEveryStepIsReachedAndEveryPathEnds(
            String alertName, String flow, String path) {
        var plan = plan(alertName, flow);
        var explored = new Exploration(plan).explore();

        assertThat(plan.book().map(book -> book.path())).contains(path);
        var own = plan.book().orElseThrow().walk().steps();
        assertThat(explored.steps).containsAll(own.stream().map(Step::id).toList());
        for (var step : own) {
            for (var outcome : step.outcomes()) {
                assertThat(explored.taken).contains(step.id() + " / " + outcome.label());
            }
        }
        assertThat(explored.endings).contains("resolved", "escalated");
    }

    private static Plan plan(String alertName, String flow) {
        var labels = Map.of("alertname", alertName, "flow", flow, "severity", "critical");
        var alert = new Alert(
                "test",
                "g",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                Map.of(),
                Instant.EPOCH,
                Optional.empty());
        var match = new Matcher(LIBRARY.runbooks()).match(alert);
        assertThat(match).isInstanceOf(Match.Matched.class);
        return new Planner(LIBRARY).plan(alert, match);
    }

    static Library library() {
        var none = new LastGood() {
            @Override
            public Optional<String> text(String path) {
                return Optional.empty();
            }

            @Override
            public void keep(String path, String text) {}
        };
        return switch (LibraryReader.read(Path.of("runbooks"), none)) {
            case LibraryResult.Loaded loaded -> loaded.library();
            case LibraryResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    /** Takes every outcome of every step that can be reached, in every number of tries. */
    private static final class Exploration {
        private final Plan plan;
        private final Set<Object> steps = new HashSet<>();
        private final Set<String> taken = new HashSet<>();
        private final Set<String> endings = new HashSet<>();
        private final Set<Object> seen = new HashSet<>();
        private final ArrayDeque<RunState> open = new ArrayDeque<>();
        private Instant now = Instant.parse("2026-11-21T02:14:00Z");

        Exploration(Plan plan) {
            this.plan = plan;
        }

        Exploration explore() {
            var book = plan.book().orElseThrow();
            var opened = new RunEvent.Opened(Optional.of(book.id()), Optional.of(book.revision()), "why", plan.owner());
            var state = RunState.BEFORE;
            for (var event : RunMachine.open(plan, opened, now)) {
                state = RunMachine.evolve(state, event, now);
            }
            go(state, new Command.Acknowledge(ANA));
            while (!open.isEmpty()) {
                next(open.poll());
            }
            return this;
        }

        private void next(RunState state) {
            assertThat(RunMachine.deadline(plan, state).isPresent()).isEqualTo(state.isOpen());
            switch (state.position()) {
                case Position.OnStep now -> answer(state, now);
                case Position.Waiting waiting -> go(state, new Command.GoOn(ANA, waiting.step(), waiting.attempt()));
                case Position.Escalated _ -> endings.add("escalated");
                case Position.Finished _ -> endings.add("resolved");
                case Position.Offered _, Position.HandedOff _ ->
                    throw new AssertionError("cannot be " + state.position());
            }
        }

        private void answer(RunState state, Position.OnStep here) {
            steps.add(here.step());
            if (plan.step(here.step()).retry().isPresent() && here.openTry().isEmpty()) {
                go(state, new Command.StartTry(ANA, here.step(), here.attempt(), 0));
            }
            for (var outcome : plan.step(here.step()).outcomes()) {
                if (go(state, new Command.Answer(ANA, here.step(), here.attempt(), outcome.label()))) {
                    taken.add(here.step() + " / " + outcome.label());
                }
            }
        }

        private boolean go(RunState state, Command command) {
            now = now.plus(Duration.ofHours(1));
            if (!(RunMachine.decide(plan, state, command, now) instanceof Decision.Accepted accepted)) {
                return false;
            }
            var after = state;
            for (var event : accepted.events()) {
                after = RunMachine.evolve(after, event, now);
            }
            if (seen.add(shape(after))) {
                open.add(after);
            }
            return true;
        }

        /** What tells two states apart, save time and how often a step was shown. */
        private static Object shape(RunState state) {
            return switch (state.position()) {
                case Position.OnStep here -> List.of(here.step(), here.openTry(), state.triesOf(here.step()));
                case Position.Waiting waiting -> List.of("waiting", waiting.step(), waiting.then());
                case Position.Escalated stopped -> List.of("escalated", stopped.step());
                case Position.Finished over -> List.of("finished", over.ending());
                case Position.Offered _, Position.HandedOff _ -> state.position();
            };
        }
    }
}
