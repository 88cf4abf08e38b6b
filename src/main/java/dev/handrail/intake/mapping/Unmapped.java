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
 */
final class Unmapped {
    private static final int MOST = 50;
    private static final int LONGEST = 500;
    private static final int DEEPEST = 6;
    private static final int MOST_OF_A_LIST = 5;

    /** Says how many more there were. */
    static final String LEFT_OUT = "unmapped_fields_left_out";

    private final Map<String, String> found = new LinkedHashMap<>();
    private final Set<String> leaveOut;
    private final Set<Object> skipped = Collections.newSetFromMap(new IdentityHashMap<>());
    private int more;

    /** @param leaveOut dotted names that are not kept, with all that is below them */
    private Unmapped(Set<String> leaveOut) {
        this.leaveOut = leaveOut;
    }

    /**
     * Returns what is left of one alert, and of the body around it.
     *
     * @param alerts all alerts of the body: another's fields are not this one's
     */
    static Map<String, String> of(Object alert, @Nullable Object body, List<?> alerts, Set<String> leaveOut) {
        var unmapped = new Unmapped(leaveOut);
        unmapped.walk("", alert, false, DEEPEST);
        if (!isSame(alert, body)) {
            unmapped.skipped.addAll(alerts);
            if (body != null) {
                unmapped.walk("", body, false, DEEPEST);
            }
        }
        if (unmapped.more > 0) {
            unmapped.found.put(LEFT_OUT, String.valueOf(unmapped.more));
        }
        return unmapped.found;
    }

    /** Says whether it is one and the same object, not an equal one. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    private void walk(String path, Object value, boolean isSeen, int deep) {
        if (skipped.contains(value) || leaveOut.contains(path)) {
            return;
        }
        switch (value) {
            case Fields fields
            when deep > 0 ->
                fields.visit(
                        (name, inner, seen) -> walk(path.isEmpty() ? name : path + "." + name, inner, seen, deep - 1));
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
        if (isSeen || text.isBlank()) {
            return;
        }
        if (found.size() >= MOST) {
            more++;
            return;
        }
        found.putIfAbsent(Wording.bounded(path, 200), Wording.bounded(text, LONGEST));
    }
}
