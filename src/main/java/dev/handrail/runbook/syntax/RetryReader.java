package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.fence.Fence.Approval;
import dev.handrail.runbook.fence.Fence.CheckAfter;
import dev.handrail.runbook.fence.Fence.Limit;
import dev.handrail.runbook.fence.Probe;
import dev.handrail.runbook.fence.Template;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a retry fence says. */
final class RetryReader {
    private static final int MOST_TRIES = 100;
    private static final Set<String> KEYS =
            Set.of("retry", "with", "key", "limit", "backoff", "approve", "check_after", "outcomes");
    private static final Set<String> CHECK_AFTER_KEYS = Set.of("after", "system", "path", "promql", "sql", "expect");

    private final Values values;
    private final Problems problems;

    RetryReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    Optional<Fence> read(YamlMap map, Position at) {
        map.allowing(KEYS);
        var action = map.get("retry").flatMap(Values::text);
        var key = map.require("key", "what the tries are counted by, for instance key: \"{{ order_id }}\"")
                .flatMap(values::template);
        var limit = limit(map);
        var with = map.map("with").map(this::with).orElse(Map.of());
        var approval = map.map("approve").flatMap(RetryReader::approval);
        var checkAfter = map.map("check_after").flatMap(this::checkAfter);
        var outcomes = outcomes(map);
        return action.flatMap(name -> key.flatMap(counted ->
                limit.map(most -> new Fence.Retry(at, name, with, counted, most, approval, checkAfter, outcomes))));
    }

    private Optional<Limit> limit(YamlMap map) {
        var tries = map.require("limit", "how often it may be tried within 24 hours")
                .flatMap(value -> value.integer(1, MOST_TRIES));
        var given = map.list("backoff");
        var waits = given.stream().flatMap(wait -> wait.duration().stream()).toList();
        tries.filter(most -> given.size() != most - 1)
                .ifPresent(most -> problems.error(
                        map.at("backoff"),
                        "backoff-count",
                        "%d %s for %d %s"
                                .formatted(
                                        given.size(),
                                        given.size() == 1 ? "wait" : "waits",
                                        most,
                                        most == 1 ? "try" : "tries"),
                        "one fewer than the tries: " + (most - 1)));
        return tries.filter(most -> waits.size() == most - 1).map(most -> new Limit(most, waits));
    }

    private Map<String, Placed<Template>> with(YamlMap map) {
        var with = new LinkedHashMap<String, Placed<Template>>();
        map.keys().forEach(name -> map.get(name).flatMap(values::template).ifPresent(value -> with.put(name, value)));
        return with;
    }

    private static Optional<Approval> approval(YamlMap map) {
        map.allowing(Set.of("by", "other_than"));
        var by = map.require("by", "the owner whose word it takes: an entry of owners.yml")
                .flatMap(Values::text);
        map.get("other_than")
                .filter(value -> value.text().filter("responder"::equals).isEmpty())
                .ifPresent(value -> value.refuse("bad-value", "responder"));
        return by.map(owner -> new Approval(owner, map.has("other_than")));
    }

    private Optional<CheckAfter> checkAfter(YamlMap map) {
        map.allowing(CHECK_AFTER_KEYS);
        var after = map.require("after", "how long after the try to look").flatMap(YamlValue::duration);
        map.require("expect", "what a good answer is");
        var kinds = Arrays.stream(Probe.Kind.values())
                .filter(kind -> map.has(kind.requestKey()))
                .toList();
        if (kinds.size() != 1) {
            problems.error(
                    map.at(),
                    "check-after-kind",
                    kinds.isEmpty() ? "neither path nor promql nor sql" : "several of path, promql and sql",
                    "one of them");
            return Optional.empty();
        }
        var probe = new ProbeReader(values, problems).read(map, kinds.getFirst());
        return after.flatMap(time -> probe.map(asked -> new CheckAfter(time, asked)));
    }

    private Map<String, Placed<String>> outcomes(YamlMap map) {
        map.map("outcomes").ifPresent(outcomes -> {
            outcomes.require("ok", "the outcome of a try that worked");
            outcomes.require("failed", "the outcome of a try that did not");
        });
        return values.outcomes(map, Fence.Retry.RESULTS);
    }
}
