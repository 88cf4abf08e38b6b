package dev.handrail.runbook.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Step;
import dev.handrail.slack.text.Markdown;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text is hard to read: parsing, and showing each step in Slack, take time that grows with the text and no faster. */
class HardTextTest {
    private static final int LENGTH = 100_000;

    /** The promise is 50 ms for 100 kB once the JVM is warm; cold, and on a busy machine, only many times that tells trouble. */
    private static final double COLD_MS = 1500;

    private static final double WARM_MS = 50;

    private static Stream<HardTexts.Hard> texts() {
        return HardTexts.all();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void givenAHardText_whenReadAndShown_thenItTakesNoLongTime(HardTexts.Hard hard) {
        var text = hard.text().apply(LENGTH);

        assertThat(fastest(1, () -> RunbookParser.parse("a.md", text))).isLessThan(COLD_MS);
        var parsed = RunbookParser.parse("a.md", text);
        assertThat(fastest(1, () -> show(parsed))).isLessThan(COLD_MS);
    }

    @Test
    @Tag("proof")
    void givenHardTexts_whenTheJvmIsWarm_thenEachHundredKilobytesTakeUnderFiftyMilliseconds() {
        texts().forEach(hard ->
                fastest(20, () -> show(RunbookParser.parse("a.md", hard.text().apply(20_000)))));
        var slow = new ArrayList<String>();
        System.out.printf("%-60s %8s %8s%n", "100 kB of", "read ms", "show ms");
        texts().forEach(hard -> {
            var text = hard.text().apply(LENGTH);
            var read = fastest(15, () -> RunbookParser.parse("a.md", text));
            var parsed = RunbookParser.parse("a.md", text);
            var shown = fastest(15, () -> show(parsed));
            var line = "%-60s %8.1f %8.1f".formatted(hard, read, shown);
            System.out.println(line);
            if (read > WARM_MS || shown > WARM_MS) {
                slow.add(line);
            }
        });
        assertThat(slow).isEmpty();
    }

    private static int show(Parsed parsed) {
        return parsed.runbooks().stream()
                .flatMap(runbook -> runbook.walk().steps().stream())
                .map(Step::text)
                .mapToInt(text -> Markdown.body(text, Map.of()).within(7000).length())
                .sum();
    }

    /** Of the thread's own time, in milliseconds: what other processes take does not count. */
    private static double fastest(int runs, Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var fastest = Double.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            var before = threads.getCurrentThreadCpuTime();
            work.run();
            fastest = Math.min(fastest, (threads.getCurrentThreadCpuTime() - before) / 1e6);
        }
        return fastest;
    }
}
