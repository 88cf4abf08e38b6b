package dev.handrail.simulator.api;

import dev.handrail.simulator.wire.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Counts calls and says when there are too many: never more than a budget within any window of time. */
final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> taken = new HashMap<>();
    private final Budgets budgets;
    private final InstantSource clock;
    private final Function<String, Optional<String>> ids;

    /** At most {@code calls} within {@code period}, counted under {@code key}. */
    private record Rule(String key, int calls, Duration period) {}

    /** @param ids finds the id of a channel, however it is called: all names of one share its budget */
    RateLimits(Budgets budgets, InstantSource clock, Function<String, Optional<String>> ids) {
        this.ids = ids;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Takes a call from its budgets, or says how long to wait: a refused call is taken from none. */
    synchronized Optional<Duration> take(String method, Arguments arguments) {
        var now = clock.instant();
        var rules = rules(method, arguments);
        var wait = rules.stream().map(rule -> wait(rule, now)).max(Duration::compareTo);
        if (wait.filter(Duration::isPositive).isPresent()) {
            return wait;
        }
        rules.forEach(rule -> calls(rule).addLast(now));
        return Optional.empty();
    }

    private List<Rule> rules(String method, Arguments arguments) {
        if (!method.equals("chat.postMessage")) {
            return List.of(new Rule(method, budgets.of(method), MINUTE));
        }
        var burst = budgets.postBurst();
        var channel = arguments
                .text("channel")
                .map(name -> ids.apply(name).orElse(name))
                .orElse("");
        return List.of(
                new Rule(method + " " + channel, burst, Duration.ofSeconds(burst)),
                new Rule(method, budgets.posts(), MINUTE));
    }

    private Duration wait(Rule rule, Instant now) {
        var calls = calls(rule);
        while (!calls.isEmpty() && !calls.peekFirst().plus(rule.period()).isAfter(now)) {
            calls.removeFirst();
        }
        return calls.size() < rule.calls()
                ? Duration.ZERO
                : Duration.between(now, calls.getFirst().plus(rule.period()));
    }

    private Deque<Instant> calls(Rule rule) {
        return taken.computeIfAbsent(rule.key(), _ -> new ArrayDeque<>());
    }

    synchronized void reset() {
        taken.clear();
    }
}
