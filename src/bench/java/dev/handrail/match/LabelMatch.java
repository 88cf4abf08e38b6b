package dev.handrail.match;

import dev.handrail.alert.Alert;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
 * What it costs to place one alert: the whole ladder, without texts. Half of the rules ask for an alert's name, half for a name
 * and a flow; with {@code regexes}, one in twenty has nothing but a regular expression instead, of four kinds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class LabelMatch {
    private static final int ALERTS = 4096;

    @Param({"100", "1000", "10000", "100000"})
    int rules;

    @Param({"false", "true"})
    boolean regexes;

    private Matcher matcher = new Matcher(List.of());
    private List<Alert> known = List.of();
    private List<Alert> unknown = List.of();
    private int next;

    @Setup
    public void fill() {
        matcher = new Matcher(IntStream.range(0, rules)
                .mapToObj(number -> Made.runbook(number, rule(number)))
                .toList());
        var random = new Random(11);
        known = IntStream.range(0, ALERTS)
                .mapToObj(_ -> random.nextInt(rules))
                .map(number -> Made.alert(Map.of("alertname", name(number), "flow", "flow-" + number % 50)))
                .toList();
        unknown = IntStream.range(0, ALERTS)
                .mapToObj(number -> Made.alert(Map.of("alertname", "Nothing" + number, "flow", "flow-" + number % 50)))
                .toList();
    }

    private String rule(int number) {
        if (regexes && number % 20 == 7) {
            return switch (number / 20 % 4) {
                case 0 -> "{alertname=~\"Failure%06d.*\"}".formatted(number);
                case 1 -> "{alertname=~\".*%06dIsOver\"}".formatted(number);
                case 2 -> "{alertname=~\"(Failure|Trouble)%06d[A-Z][a-z]+Over\"}".formatted(number);
                default -> "{alertname=~\"[A-Z][a-z]+%06d(Is|Was)Over\", flow!~\"test-.*\"}".formatted(number);
            };
        }
        return number % 2 == 0
                ? "{alertname=\"%s\"}".formatted(name(number))
                : "{alertname=\"%s\", flow=\"flow-%d\"}".formatted(name(number), number % 50);
    }

    private static String name(int number) {
        return "Failure%06dIsOver".formatted(number);
    }

    @Benchmark
    public Optional<Match> known() {
        return matcher.certain(known.get(next++ & (ALERTS - 1)));
    }

    @Benchmark
    public Optional<Match> unknown() {
        return matcher.certain(unknown.get(next++ & (ALERTS - 1)));
    }
}
