package dev.handrail.run.machine;

import static dev.handrail.run.machine.Walks.ANA;
import static dev.handrail.run.machine.Walks.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Fault;
import dev.handrail.run.Newer;
import dev.handrail.run.RunState;
import dev.handrail.run.fact.Moved;
import dev.handrail.runbook.Outcome;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command in every position, against the table in {@code every-command-in-every-position.txt}. */
class RunMachineEveryPositionTest {
    private static final Path TABLE = Path.of("src/test/resources/run/every-command-in-every-position.txt");

    private static final Command STORM =
            new Command.Gather(new IncidentId(12), "5 failure modes on system erp within 5 min");

    private final Map<String, Supplier<Rehearsal>> positions = positions();
    private final Map<String, Map<String, String>> table = table();

    @TestFactory
    Stream<DynamicTest> givenAPosition_whenACommandIsGiven_thenWhatTheTableSays() {
        return positions.entrySet().stream()
                .flatMap(position -> commands(position.getValue().get()).keySet().stream()
                        .map(command -> dynamicTest(
                                position.getKey() + ": " + command,
                                () -> assertThat(said(position.getValue().get(), command))
                                        .isEqualTo(expected(position.getKey(), command)))));
    }

    @Test
    void givenTheTable_thenItNamesEveryPositionAndEveryCommandOnce() {
        assertThat(table.keySet()).containsExactlyElementsOf(positions.keySet());
        table.forEach((position, commands) -> assertThat(commands.keySet())
                .as(position)
                .containsExactlyInAnyOrderElementsOf(
                        commands(Rehearsal.of(Walks.walked())).keySet()));
    }

    private static String said(Rehearsal run, String command) {
        var given = commands(run).get(command);
        if (given == null) {
            throw new IllegalArgumentException("no command '" + command + "'");
        }
        var before = run.state();
        var decision = run.asks(given);
        if (Told.of(decision).startsWith("refused")) {
            assertThat(run.state()).isEqualTo(before);
        } else {
            run.gives(given);
        }
        return Told.of(decision);
    }

    private String expected(String position, String command) {
        return table.getOrDefault(position, Map.of()).getOrDefault(command, "(the table does not say)");
    }

    private static Map<String, Supplier<Rehearsal>> positions() {
        var positions = new LinkedHashMap<String, Supplier<Rehearsal>>();
        var plan = Walks.walked();
        positions.put("offered", () -> Rehearsal.of(plan));
        positions.put("offered, owner told", () -> Rehearsal.of(plan).strikes(2));
        positions.put("offered, source resolved", () -> Rehearsal.of(plan).does(new Command.SourceResolves()));
        positions.put("offered, source flapping", () -> Rehearsal.of(plan).toggles(4));
        positions.put("offered, part of a storm", () -> Rehearsal.of(plan).does(STORM));
        positions.put("on a step", () -> Rehearsal.acknowledged(plan));
        positions.put(
                "on a step, owner told", () -> Rehearsal.acknowledged(plan).strikes(2));
        positions.put("at the replay", () -> Rehearsal.atReplay(plan));
        positions.put("trying", () -> {
            var run = Rehearsal.atReplay(plan);
            return run.does(run.startTry(0));
        });
        positions.put("backing off", () -> Rehearsal.atReplay(plan).tries("Not exported"));
        positions.put(
                "waiting",
                () -> Rehearsal.acknowledged(plan).answers("No outage").answers("Settling"));
        positions.put("verifying", () -> Rehearsal.atReplay(plan).tries("Exported"));
        positions.put("escalated", () -> Rehearsal.acknowledged(plan).answers("Outage"));
        positions.put(
                "escalated, source resolved before anybody was on it",
                () -> Rehearsal.of(plan).does(new Command.Escalate(BEN, "Help")).does(new Command.SourceResolves()));
        positions.put(
                "escalated, part of a storm",
                () -> Rehearsal.of(plan).does(new Command.Escalate(BEN, "Help")).does(STORM));
        positions.put(
                "on a step, source flapping", () -> Rehearsal.acknowledged(plan).toggles(4));
        positions.put("handed off", () -> Rehearsal.handedOff(plan));
        positions.put(
                "handed off, owner silent", () -> Rehearsal.handedOff(plan).strikes(2));
        positions.put("on the second step", () -> Rehearsal.acknowledged(plan).answers("No outage"));
        positions.put(
                "handover offered", () -> Rehearsal.acknowledged(plan).does(new Command.OfferHandover(ANA, BEN, "")));
        positions.put(
                "escalated, handover offered",
                () -> Rehearsal.acknowledged(plan)
                        .does(new Command.OfferHandover(ANA, BEN, ""))
                        .answers("Outage"));
        positions.put(
                "finished", () -> Rehearsal.atReplay(plan).tries("Exported").answers("All exported"));
        positions.put(
                "merged",
                () -> Rehearsal.acknowledged(plan).does(new Command.MergeInto(BEN, new IncidentId(7), "One outage")));
        return positions;
    }

    private static Map<String, Command> commands(Rehearsal run) {
        var step = run.state().step().orElse(Walks.LOOK);
        var outcome = outcome(step);
        var shown = run.attempt();
        var commands = new LinkedHashMap<String, Command>();
        commands.put("Ana acknowledges", new Command.Acknowledge(ANA));
        commands.put("Ben acknowledges", new Command.Acknowledge(BEN));
        commands.put("Ana takes over", new Command.TakeOver(ANA));
        commands.put("Ben takes over", new Command.TakeOver(BEN));
        commands.put("Ben takes the page", new Command.TakePage(BEN));
        commands.put("answer", new Command.Answer(ANA, step, shown, outcome));
        commands.put("late answer", new Command.Answer(ANA, step, shown - 1, outcome));
        commands.put("unknown answer", new Command.Answer(ANA, step, shown, "Never written"));
        commands.put("try", new Command.StartTry(ANA, step, shown, 0));
        commands.put("late try", new Command.StartTry(ANA, step, shown - 1, 0));
        commands.put("something else", new Command.SomethingElse(ANA, step, shown, "It smells of smoke"));
        commands.put("late something else", new Command.SomethingElse(ANA, step, shown - 1, "It smells of smoke"));
        commands.put("escalate", new Command.Escalate(ANA, "Help"));
        commands.put("go on", new Command.GoOn(ANA, step, shown));
        commands.put("late go on", new Command.GoOn(ANA, step, shown - 1));
        commands.put("Ana is still on it", new Command.StillOnIt(ANA));
        commands.put("Ben is still on it", new Command.StillOnIt(BEN));
        commands.put("resolve", new Command.Resolve(ANA, "It went away"));
        commands.put("report", new Command.ReportStep(ANA, step, Fault.UNCLEAR, "Which queue?"));
        commands.put("switch", switching(step, shown));
        commands.put("late switch", switching(step, shown - 1));
        commands.put("notice", new Command.NoticeRevision(Optional.of(Revision.of("newer")), "step 1 reworded"));
        commands.put("alerts join", new Command.JoinAlerts(3, "digest"));
        commands.put("source resolves", new Command.SourceResolves());
        commands.put("source fires", new Command.SourceFires());
        commands.put("reopen", new Command.Reopen("It fires again"));
        commands.put("gather", STORM);
        commands.put("release", new Command.Release("the storm is over"));
        commands.put("clock strikes", new Command.ClockStrikes());
        var telling = run.state().paging().orElse(new RunState.Paging(0, 0, Rehearsal.NOON, 0, Optional.empty()));
        commands.put("page failed", new Command.PageFailed(telling));
        commands.put(
                "late page failed",
                new Command.PageFailed(new RunState.Paging(9, 9, Rehearsal.NOON, 0, Optional.empty())));
        commands.putAll(deeds(step, shown));
        return commands;
    }

    private static Map<String, Command> deeds(StepId step, int shown) {
        var deeds = new LinkedHashMap<String, Command>();
        var other = Walks.jumping();
        deeds.put("skip", new Command.Skip(ANA, step, shown, "Not today"));
        deeds.put("late skip", new Command.Skip(ANA, step, shown - 1, "Not today"));
        deeds.put("back", new Command.StepBack(ANA, step, shown));
        deeds.put("late back", new Command.StepBack(ANA, step, shown - 1));
        deeds.put("note", new Command.AddNote(BEN, "The queue is full", false));
        deeds.put("Ana hands over", new Command.OfferHandover(ANA, BEN, ""));
        deeds.put("Ben hands over", new Command.OfferHandover(BEN, ANA, ""));
        deeds.put("Ben accepts", new Command.AcceptHandover(BEN));
        deeds.put("Ana accepts", new Command.AcceptHandover(ANA));
        deeds.put("Ben declines", new Command.DeclineHandover(BEN));
        deeds.put("severity", new Command.ChangeSeverity(BEN, Severity.HIGH, Severity.LOW, ""));
        deeds.put("same severity", new Command.ChangeSeverity(BEN, Severity.HIGH, Severity.HIGH, ""));
        deeds.put("mute", new Command.Mute(BEN, Rehearsal.NOON.plusSeconds(90_000), 7, "Known"));
        deeds.put("add Ben", new Command.AddPerson(ANA, BEN, ""));
        deeds.put("merge", new Command.MergeInto(BEN, new IncidentId(7), "One outage"));
        deeds.put("regroup", new Command.Regroup(new Act.MergedIn(BEN, new Moved(new IncidentId(7), 3, "digest"), "")));
        deeds.put("reopen by hand", new Command.ReopenByHand(BEN, "Still broken"));
        deeds.put(
                "wrong runbook",
                new Command.ChangeRunbook(
                        ANA,
                        "provider",
                        new Newer.Available(other, other.edition().orElseThrow(), ""),
                        "It is theirs"));
        return deeds;
    }

    private static Command switching(StepId step, int attempt) {
        var newer = Walks.reworded(Walks.walked());
        var revision = newer.edition().orElseThrow();
        return new Command.SwitchRevision(
                ANA, step, attempt, revision, new Newer.Available(newer, revision, "step 1 reworded"));
    }

    private static String outcome(StepId step) {
        return Walks.walked().step(step).outcomes().stream()
                .map(Outcome::label)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Map<String, String>> table() {
        var table = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> section = new LinkedHashMap<>();
        for (var line : lines()) {
            if (line.startsWith("== ")) {
                section = new LinkedHashMap<>();
                table.put(line.substring(3), section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var colon = line.indexOf(": ");
                for (var command : line.substring(colon + 2).split(", ")) {
                    assertThat(section.put(command, line.substring(0, colon)))
                            .as(line)
                            .isNull();
                }
            }
        }
        return table;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
