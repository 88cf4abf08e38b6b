package dev.handrail.slack.deliver;

import dev.handrail.platform.Json;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.lease.Lease;
import dev.handrail.slack.render.Slot.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much may be sent to Slack now. Never more than the budget within any window of its length, so that Slack's own count,
 * however it is taken, is not exceeded; and a share of it is kept for what is more urgent.
 */
public final class Budget implements Lease.Memory {
    private static final String POST = "chat.postMessage";
    private static final String EDIT = "chat.update";

    /** A call reaches Slack some time after it is taken from the budget, and some calls take longer than others. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

    private final SlackSettings.Budgets budgets;
    private final InstantSource clock;
    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, Instant> pauses = new HashMap<>();
    private final Map<String, String> channels = new HashMap<>();

    Budget(SlackSettings.Budgets budgets, InstantSource clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    /** The calls that were made within the last {@code length}. */
    private static final class Window {
        private final Deque<Instant> calls = new ArrayDeque<>();
        private final int limit;
        private final Duration length;

        Window(int limit, Duration length) {
            this.limit = limit;
            this.length = length.plus(ON_THE_WAY);
        }

        List<Instant> live(Instant now) {
            while (!calls.isEmpty() && !calls.peekFirst().plus(length).isAfter(now)) {
                calls.removeFirst();
            }
            return List.copyOf(calls);
        }

        Optional<Instant> take(Instant now, int reserve) {
            live(now);
            var allowed = Math.max(1, limit - reserve);
            if (calls.size() < allowed) {
                calls.addLast(now);
                return Optional.empty();
            }
            var last = calls.stream().skip(calls.size() - (long) allowed).findFirst();
            return last.map(call -> call.plus(length));
        }
    }

    /** What a process that takes over has to know: when calls were made, and until when Slack asked to wait. */
    private record Written(
            Map<String, List<Instant>> calls, Map<String, Instant> pauses, Map<String, String> channels) {}

    /** Calls that a holder may have made after it last wrote down what it had made: as many as are made in a fifth of a second. */
    private static final int UNWRITTEN = 8;

    @Override
    public synchronized String written() {
        var now = clock.instant();
        var calls = new TreeMap<String, List<Instant>>();
        windows.forEach((key, window) -> {
            var live = window.live(now);
            if (!live.isEmpty()) {
                calls.put(key, live);
            }
        });
        pauses.values().removeIf(until -> !until.isAfter(now));
        return Json.write(new Written(calls, pauses, channels));
    }

    @Override
    public synchronized void read(String written, boolean wasGivenBack) {
        var before = Json.read(written, Written.class);
        channels.putAll(before.channels());
        pauses.putAll(before.pauses());
        windows.clear();
        before.calls().forEach((key, calls) -> window(key).calls.addAll(calls));
        if (!wasGivenBack) {
            window(EDIT).calls.addAll(Collections.nCopies(UNWRITTEN, clock.instant()));
        }
    }

    private Window window(String key) {
        return windows.computeIfAbsent(
                key,
                _ -> key.equals(EDIT)
                        ? new Window(budgets.editsPerMinute(), Duration.ofMinutes(1))
                        : new Window(budgets.postBurst(), Duration.ofSeconds(budgets.postBurst())));
    }

    /** Takes a post to a channel; if there is none left, says when to ask again. */
    public synchronized Optional<Instant> takePost(String channel, Urgency urgency) {
        var key = postKey(channel);
        var reserve = urgency == Urgency.PAGE ? 0 : 1;
        return paused(key).or(() -> window(key).take(clock.instant(), reserve));
    }

    /** Takes an edit; if there is none left, says when to ask again. */
    public synchronized Optional<Instant> takeEdit(Urgency urgency) {
        return paused(EDIT).or(() -> window(EDIT).take(clock.instant(), reserve(urgency)));
    }

    /** Learns that a channel that was posted to by name has an id, so that both are counted as one. */
    synchronized void learn(String name, String id) {
        if (!name.equals(id) && channels.put(name, id) == null) {
            var window = windows.remove(POST + " " + name);
            if (window != null) {
                windows.putIfAbsent(POST + " " + id, window);
            }
        }
    }

    private String postKey(String channel) {
        return POST + " " + channels.getOrDefault(channel, channel);
    }

    private int reserve(Urgency urgency) {
        return switch (urgency) {
            case PAGE -> 0;
            case STEP -> budgets.editsPerMinute() / 25;
            case CARD -> budgets.editsPerMinute() / 5;
        };
    }

    /** Slack itself has said to wait. Returns until when. */
    public synchronized Instant pausePosts(String channel, Duration time) {
        return pause(postKey(channel), time);
    }

    public synchronized Instant pauseEdits(Duration time) {
        return pause(EDIT, time);
    }

    private Instant pause(String key, Duration time) {
        var until = clock.instant().plus(time);
        pauses.put(key, until);
        return until;
    }

    private Optional<Instant> paused(String key) {
        var until = pauses.get(key);
        if (until == null || !until.isAfter(clock.instant())) {
            pauses.remove(key);
            return Optional.empty();
        }
        return Optional.of(until);
    }
}
