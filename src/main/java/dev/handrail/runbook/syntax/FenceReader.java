package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.markdown.SourceLines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** Reads the fences whose info string has the word {@code handrail}. */
public final class FenceReader {
    static final String CHECK = "check";
    static final String ASK = "ask";
    static final String RETRY = "retry";
    static final String OWNER = "owner";

    private static final String WORD = "handrail";
    private static final String NOT_YET_RUN = "not-yet-run";
    private static final String SHOWN_ONLY = "shown to the responder as text; Handrail does not run it yet";

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

    /** Reads the fence; empty, with the reasons noted, if it is not even clear what it is. */
    public Optional<ReadFence> read(FencedCodeBlock fence) {
        return Yaml.readMap(inside(fence), problems)
                .flatMap(map -> key(map, fence).map(key -> read(key, map, lines.at(fence))));
    }

    private Excerpt inside(FencedCodeBlock fence) {
        var spans = fence.getSourceSpans();
        var indent = spans.size() > 1 ? spans.get(1).getColumnIndex() : 0;
        return Excerpt.part(lines.file(), fence.getLiteral(), SourceLines.first(fence) + 2, indent);
    }

    private Optional<String> key(YamlMap map, FencedCodeBlock fence) {
        var keys = Stream.of(CHECK, ASK, RETRY, OWNER).filter(map::has).toList();
        if (keys.size() == 1) {
            return Optional.of(keys.getFirst());
        }
        problems.error(
                lines.at(fence),
                "fence-kind",
                keys.isEmpty() ? "neither check nor ask nor retry nor owner" : "several of check, ask, retry and owner",
                "one of them in each fence");
        return Optional.empty();
    }

    private ReadFence read(String key, YamlMap map, Position at) {
        var values = new Values(problems);
        var fence = switch (key) {
            case CHECK -> new CheckReader(values, problems).read(map, at);
            case ASK -> AskReader.read(map, at);
            case OWNER -> OwnerReader.read(map, at);
            default -> new RetryReader(values, problems).read(map, at);
        };
        var notRun = notRun(key, map);
        notRun.forEach(part -> problems.warning(map.at(part), NOT_YET_RUN, named(part, map), advice(part)));
        return new ReadFence(key, at, fence, notRun.isEmpty(), values.labels(), values.placeholders());
    }

    /** Returns the keys whose meaning Handrail does not see to: they must stay before the responder's eyes. */
    private static List<String> notRun(String key, YamlMap map) {
        if (key.equals(OWNER)) {
            return List.of();
        }
        if (!key.equals(RETRY)) {
            return List.of(key);
        }
        var isManual = map.text(RETRY).filter(Fence.Retry.MANUAL::equals).isPresent();
        return Stream.of(RETRY, "with", "approve", "check_after")
                .filter(map::has)
                .filter(part -> !part.equals(RETRY) || !isManual)
                .toList();
    }

    private static String named(String part, YamlMap map) {
        return part.equals(RETRY) ? "'retry: " + map.text(RETRY).orElse("") + "'" : "'" + part + "'";
    }

    private static String advice(String part) {
        return part.equals(RETRY) ? SHOWN_ONLY + ", unlike retry: manual" : SHOWN_ONLY;
    }
}
