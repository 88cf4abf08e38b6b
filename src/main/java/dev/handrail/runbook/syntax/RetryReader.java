package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.Retry.TryOutcomes;
import dev.handrail.runbook.syntax.Fence.Kind;
import dev.handrail.runbook.syntax.Fence.Label;
import dev.handrail.runbook.syntax.Fence.RetryFence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a retry fence says. Only {@code retry: manual} is run; others are shown to the responder as they stand. */
final class RetryReader {
    static final String NOT_YET_RUN = "not-yet-run";
    static final String SHOWN_ONLY = "shown to the responder as text; Handrail does not run it yet";

    private static final int MOST_TRIES = 100;
    private static final List<String> OUTCOMES = List.of("ok", "failed", "unknown");
    private static final Set<String> APPROVE_KEYS = Set.of("by", "other_than");
    private static final Set<String> CHECK_AFTER_KEYS =
            Set.of("after", "check", "system", "path", "promql", "sql", "query", "expect");

    private final Problems problems;

    RetryReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Fence> read(YamlMap map, Position at) {
        var action = map.text("retry");
        var key = map.require("key", "what the tries are counted by, for instance key: \"{{ order_id }}\"")
                .flatMap(YamlValue::text);
        var limit = map.require("limit", "how often it may be tried within 24 hours")
                .flatMap(value -> value.integer(1, MOST_TRIES));
        var waits = map.list("backoff").stream()
                .flatMap(wait -> wait.duration().stream())
                .toList();
        var outcomes = map.map("outcomes").map(labels -> labels.allowing(Set.copyOf(OUTCOMES)));
        var isRun = isRun(map, action);
        if (action.isEmpty() || key.isEmpty() || limit.isEmpty() || !waitsFit(map, limit.get(), waits)) {
            return Optional.empty();
        }
        var ends = outcomes.flatMap(this::ends);
        var retry = Optional.of(new RetryFence(key.get(), limit.get(), waits, ends))
                .filter(_ -> action.get().equals(Retry.MANUAL));
        return Optional.of(new Fence(
                Kind.RETRY,
                at,
                isRun,
                retry,
                outcomes.map(chosen -> labels(chosen, OUTCOMES)).orElse(List.of())));
    }

    static List<Label> labels(YamlMap outcomes, List<String> keys) {
        return keys.stream()
                .flatMap(key -> outcomes.get(key).stream())
                .flatMap(value -> value.text().map(text -> new Label(text, value.at())).stream())
                .toList();
    }

    /** An approval or a later check that Handrail would not see to must stay before the responder's eyes. */
    private boolean isRun(YamlMap map, Optional<String> action) {
        var before = problems.count();
        action.filter(name -> !name.equals(Retry.MANUAL))
                .ifPresent(name -> problems.warning(
                        map.at("retry"), NOT_YET_RUN, "'retry: " + name + "'", SHOWN_ONLY + ", unlike retry: manual"));
        map.map("with").ifPresent(_ -> problems.warning(map.at("with"), NOT_YET_RUN, "'with'", SHOWN_ONLY));
        unused(map, "approve", APPROVE_KEYS);
        unused(map, "check_after", CHECK_AFTER_KEYS);
        return problems.count() == before;
    }

    private void unused(YamlMap map, String key, Set<String> known) {
        map.map(key).ifPresent(inner -> {
            inner.allowing(known);
            problems.warning(map.at(key), NOT_YET_RUN, "'" + key + "'", SHOWN_ONLY);
        });
    }

    private boolean waitsFit(YamlMap map, int limit, List<Duration> waits) {
        var given = map.list("backoff").size();
        if (given != limit - 1) {
            problems.error(
                    map.at("backoff"),
                    "backoff-count",
                    "%d %s for %d %s"
                            .formatted(given, given == 1 ? "wait" : "waits", limit, limit == 1 ? "try" : "tries"),
                    "one fewer than the tries: " + (limit - 1));
        }
        return waits.size() == limit - 1;
    }

    private Optional<TryOutcomes> ends(YamlMap outcomes) {
        var ok = outcomes.require("ok", "the outcome of a try that worked").flatMap(YamlValue::text);
        var failed =
                outcomes.require("failed", "the outcome of a try that did not").flatMap(YamlValue::text);
        var unknown = outcomes.text("unknown");
        return ok.flatMap(worked -> failed.map(not -> new TryOutcomes(worked, not, unknown)));
    }
}
