package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.fence.Probe;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a check fence says. */
final class CheckReader {
    private static final Set<String> KEYS = Set.of("check", "system", "expect", "outcomes", "auto");

    private final Values values;
    private final ProbeReader probes;
    private final Problems problems;

    CheckReader(Values values, Problems problems) {
        this.values = values;
        this.probes = new ProbeReader(values, problems);
        this.problems = problems;
    }

    Optional<Fence> read(YamlMap map, Position at) {
        var kind = map.get("check").flatMap(CheckReader::kind);
        map.allowing(keys(kind));
        var probe = kind.flatMap(known -> probes.read(map, known));
        var outcomes = values.outcomes(map, Fence.Check.RESULTS);
        var isAutomatic = map.get("auto").flatMap(YamlValue::truth).orElse(false);
        if (kind.isPresent() && !outcomes.isEmpty() && !map.has("expect")) {
            problems.error(
                    map.at("outcomes"),
                    "missing-key",
                    "outcomes without 'expect'",
                    "what a good answer is, as expect: status == 200");
        }
        if (isAutomatic && !outcomes.containsKey("pass")) {
            problems.error(map.at("auto"), "auto-without-pass", "no outcome for a pass", "outcomes: {pass: ...}");
        }
        return probe.map(asked -> new Fence.Check(at, asked, outcomes, isAutomatic));
    }

    private static Optional<Probe.Kind> kind(YamlValue value) {
        var kind = value.text()
                .flatMap(text -> Arrays.stream(Probe.Kind.values())
                        .filter(each -> each.word().equals(text))
                        .findFirst());
        if (kind.isEmpty()) {
            value.refuse("bad-value", "http, promql or sql");
        }
        return kind;
    }

    private static Set<String> keys(Optional<Probe.Kind> kind) {
        var requests = kind.map(Stream::of).orElseGet(() -> Arrays.stream(Probe.Kind.values()));
        return Stream.concat(KEYS.stream(), requests.map(Probe.Kind::requestKey))
                .collect(Collectors.toSet());
    }
}
