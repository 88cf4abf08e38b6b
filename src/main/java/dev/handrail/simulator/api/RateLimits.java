package dev.handrail.simulator.api;

import dev.handrail.simulator.wire.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts calls and says when there are too many: never more than a budget within any window of time. */
final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> taken = new HashMap<>();
    private final Budgets budgets;
    private final InstantSource clock;

    /** At most {@code calls} within {@code period}, counted under {@code key}. */
    private record Rule(String key, int calls, Duration period) {}

    RateLimits(Budgets budgets, InstantSource clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Takes a call from its budget, or says how long to wait. */
    Optional<Duration> take(String method, Arguments arguments) {
        return rule(method, arguments).flatMap(this::take);
    }

    private Optional<Rule> rule(String method, Arguments arguments) {
        var family = method.split("\\.")[0];
        return switch (family) {
            case "chat" -> Optional.of(chat(method, arguments));
            case "views" -> Optional.of(new Rule(method, budgets.views(), MINUTE));
            case "conversations", "apps" -> Optional.of(new Rule(method, budgets.conversations(), MINUTE));
            case "users", "usergroups" -> Optional.of(new Rule(method, budgets.directory(), MINUTE));
            default -> Optional.empty();
        };
    }

    private Rule chat(String method, Arguments arguments) {
        return switch (method) {
            case "chat.postMessage" ->
                new Rule(
                        method + " " + arguments.text("channel").orElse(""),
                        budgets.postBurst(),
                        Duration.ofSeconds(budgets.postBurst()));
            case "chat.update" -> new Rule(method, budgets.updates(), MINUTE);
            default -> new Rule(method, budgets.ephemerals(), MINUTE);
        };
    }

    private synchronized Optional<Duration> take(Rule rule) {
        var now = clock.instant();
        var calls = taken.computeIfAbsent(rule.key(), _ -> new ArrayDeque<>());
        while (!calls.isEmpty() && !calls.peekFirst().plus(rule.period()).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() < rule.calls()) {
            calls.addLast(now);
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, calls.getFirst().plus(rule.period())));
    }

    synchronized void reset() {
        taken.clear();
    }
}
