package dev.handrail.match;

import dev.handrail.match.text.TextIndex;
import dev.handrail.runbook.Runbook;
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

/** What it costs to make ready, once after each change of the library: for rules, and for texts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class Indexing {
    @Param({"100", "1000", "10000"})
    int runbooks;

    private List<Runbook> library = List.of();

    @Setup
    public void fill() {
        library = IntStream.range(0, runbooks).mapToObj(new Made()::runbook).toList();
    }

    @Benchmark
    public TextIndex texts() {
        return new TextIndex(library);
    }

    @Benchmark
    public Matcher rules() {
        return new Matcher(library);
    }
}
