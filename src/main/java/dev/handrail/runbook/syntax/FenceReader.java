package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.markdown.SourceLines;
import dev.handrail.runbook.syntax.Fence.Kind;
import dev.handrail.runbook.syntax.Fence.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** Reads the fences whose info string has the word {@code handrail}. */
public final class FenceReader {
    private static final String WORD = "handrail";
    private static final Map<Kind, Set<String>> KEYS = Map.of(
            Kind.CHECK,
            Set.of("check", "system", "path", "promql", "sql", "query", "with", "expect", "value", "outcomes", "auto"),
            Kind.ASK,
            Set.of("ask", "hint", "pattern"),
            Kind.RETRY,
            Set.of("retry", "with", "key", "limit", "backoff", "approve", "check_after", "outcomes"));
    private static final Set<String> CHECK_KINDS = Set.of("http", "promql", "sql");

    private final SourceLines lines;
    private final Problems problems;

    public FenceReader(SourceLines lines, Problems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    /** Says whether the block is a fence for Handrail. */
    public static boolean isFence(Node block) {
        return block instanceof FencedCodeBlock fence
                && fence.getInfo() != null
                && List.of(fence.getInfo().strip().split("\\s+")).contains(WORD);
    }

    /** Reads the fence; empty, with the reasons noted, if it cannot be made out. */
    public Optional<Fence> read(FencedCodeBlock fence) {
        return Yaml.readMap(inside(fence), problems)
                .flatMap(map -> kind(map, fence).flatMap(kind -> read(kind, map, fence)));
    }

    private Excerpt inside(FencedCodeBlock fence) {
        var spans = fence.getSourceSpans();
        var indent = spans.size() > 1 ? spans.get(1).getColumnIndex() : 0;
        return Excerpt.part(lines.file(), fence.getLiteral(), SourceLines.first(fence) + 2, indent);
    }

    private Optional<Kind> kind(YamlMap map, FencedCodeBlock fence) {
        var kinds =
                Arrays.stream(Kind.values()).filter(kind -> map.has(kind.key())).toList();
        if (kinds.size() == 1) {
            return Optional.of(kinds.getFirst());
        }
        problems.error(
                lines.at(fence),
                "fence-kind",
                kinds.isEmpty() ? "neither check nor ask nor retry" : "several of check, ask and retry",
                "one of them in each fence");
        return Optional.empty();
    }

    private Optional<Fence> read(Kind kind, YamlMap map, FencedCodeBlock fence) {
        map.allowing(KEYS.getOrDefault(kind, Set.of()));
        return switch (kind) {
            case CHECK -> Optional.of(check(map, fence));
            case ASK -> Optional.of(ask(map, fence));
            case RETRY -> new RetryReader(problems).read(map, lines.at(fence));
        };
    }

    private Fence check(YamlMap map, FencedCodeBlock fence) {
        map.get("check")
                .filter(value -> value.text().filter(CHECK_KINDS::contains).isEmpty())
                .ifPresent(value -> value.refuse("bad-value", "http, promql or sql"));
        Stream.of("system", "path", "promql", "sql", "query", "expect").forEach(map::text);
        map.get("auto").ifPresent(YamlValue::truth);
        notYetRun(map, "check");
        var outcomes = map.map("outcomes").map(labels -> labels.allowing(Set.of("pass", "fail")));
        var labels = outcomes.map(chosen -> RetryReader.labels(chosen, List.of("pass", "fail")))
                .orElse(List.<Label>of());
        return new Fence(Kind.CHECK, lines.at(fence), false, Optional.empty(), labels);
    }

    private Fence ask(YamlMap map, FencedCodeBlock fence) {
        Stream.of("ask", "hint", "pattern").forEach(map::text);
        notYetRun(map, "ask");
        return new Fence(Kind.ASK, lines.at(fence), false, Optional.empty(), List.of());
    }

    private void notYetRun(YamlMap map, String key) {
        problems.warning(map.at(key), RetryReader.NOT_YET_RUN, "'" + key + "'", RetryReader.SHOWN_ONLY);
    }
}
