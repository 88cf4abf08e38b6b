package dev.handrail.match;

import dev.handrail.alert.Alert;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to suggest runbooks for an alert that no rule knows; asked when an incident is opened. Most alerts say two dozen
 * words; one with a log or a stack trace in it says as many as are looked at.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
public class Suggesting {
    private static final int ALERTS = 1024;

    @Param({"100", "1000", "10000"})
    int runbooks;

    @Param({"15", "500"})
    int described;

    private Matcher matcher = new Matcher(List.of());
    private List<Alert> alerts = List.of();
    private int next;

    @Setup
    public void fill() {
        var made = new Made();
        matcher =
                new Matcher(IntStream.range(0, runbooks).mapToObj(made::runbook).toList());
        alerts = IntStream.range(0, ALERTS)
                .mapToObj(_ -> made.strange(described))
                .toList();
    }

    @Benchmark
    public Match match() {
        return matcher.match(alerts.get(next++ & (ALERTS - 1)));
    }
}
