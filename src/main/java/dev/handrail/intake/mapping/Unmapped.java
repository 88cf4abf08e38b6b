package dev.handrail.intake.mapping;

import dev.handrail.intake.expression.Fields;
import dev.handrail.intake.expression.Values;
import dev.handrail.intake.translate.Wording;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sender sent and no expression looked at, by dotted name ({@code check.region}, {@code probes[0].ip}): kept, because
 * whoever reads the alert may need it, within bounds, because a stranger wrote it.
 *
 * <p>The body around the alerts is gone through once for all of them, when the first is mapped.
 */
final class Unmapped {
    private static final int MOST = 50;
    private static final int LONGEST = 500;
    private static final int DEEPEST = 6;
    private static final int MOST_OF_A_LIST = 5;

    /** Says how many more there were. */
    static final String LEFT_OUT = "unmapped_fields_left_out";

    private final @Nullable Object body;
    private final Set<Object> alerts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> leaveOut;
    private @Nullable Walk around;

    /**
     * @param alerts all alerts of the body: another's fields are not this one's
     * @param leaveOut dotted names that are not kept, with all that is below them
     */
    Unmapped(@Nullable Object body, List<?> alerts, Set<String> leaveOut) {
        this.body = body;
        this.alerts.addAll(alerts);
        this.leaveOut = leaveOut;
    }

    /** Returns what is left of one alert, and of the body around it, once its expressions have been read. */
    Map<String, String> of(Object alert) {
        var own = new Walk(leaveOut, Set.of());
        own.walk("", alert, false, DEEPEST);
        if (body != null && !isSame(alert, body)) {
            own.add(around(body));
        }
        if (own.more > 0) {
            own.found.put(LEFT_OUT, String.valueOf(own.more));
        }
        return own.found;
    }

    private Walk around(Object whole) {
        var walked = around;
        if (walked == null) {
            walked = new Walk(leaveOut, alerts);
            walked.walk("", whole, false, DEEPEST);
            around = walked;
        }
        return walked;
    }

    /** Says whether it is one and the same object, not an equal one. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    /** One time through a body, or an alert of it. */
    private static final class Walk {
        private final Map<String, String> found = new LinkedHashMap<>();
        private final Set<String> leaveOut;
        private final Set<Object> skipped;
        private int more;

        private Walk(Set<String> leaveOut, Set<Object> skipped) {
            this.leaveOut = leaveOut;
            this.skipped = skipped;
        }

        private void walk(String path, Object value, boolean isSeen, int deep) {
            if (skipped.contains(value) || leaveOut.contains(path)) {
                return;
            }
            switch (value) {
                case Fields fields
                when deep > 0 ->
                    fields.visit((name, inner, seen) ->
                            walk(path.isEmpty() ? name : path + "." + name, inner, seen, deep - 1));
                case List<?> list when deep > 0 && !isSeen && !path.isEmpty() -> walkList(path, list, deep);
                case Fields _, List<?> _ -> more += isSeen || path.isEmpty() ? 0 : 1;
                default -> keep(path, Values.text(value), isSeen);
            }
        }

        private void walkList(String path, List<?> list, int deep) {
            if (list.stream().noneMatch(item -> item instanceof Fields || item instanceof List<?>)) {
                keep(path, Values.text(list), false);
                return;
            }
            for (var i = 0; i < Math.min(MOST_OF_A_LIST, list.size()); i++) {
                if (list.get(i) != null) {
                    walk(path + "[" + i + "]", list.get(i), false, deep - 1);
                }
            }
            more += Math.max(0, list.size() - MOST_OF_A_LIST);
        }

        private void keep(String path, String text, boolean isSeen) {
            if (!isSeen && !text.isBlank()) {
                put(Wording.bounded(path, 200), Wording.bounded(text, LONGEST));
            }
        }

        private void add(Walk other) {
            other.found.forEach(this::put);
            more += other.more;
        }

        private void put(String path, String text) {
            if (found.size() >= MOST) {
                more++;
            } else {
                found.putIfAbsent(path, text);
            }
        }
    }
}
