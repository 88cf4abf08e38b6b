package dev.handrail.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A time in which alerts that its matchers cover are recorded and start nothing: somebody knows of them already.
 *
 * @param id 0 until it is stored
 * @param matchers an alert must meet all of them
 * @param until the first moment that it no longer covers
 * @param who made it, as people call them
 * @param why for those who wonder what became of an alert
 * @param ended by whom it was ended before its time
 */
public record Silence(
        long id,
        List<LabelMatcher> matchers,
        Instant from,
        Instant until,
        String who,
        String why,
        Optional<Ended> ended) {
    /** What lasts longer is no silence: the alert's rule, or a maintenance window, says it where others look for it. */
    private static final Duration LONGEST = Duration.ofDays(90);

    /** That somebody ended it early. */
    public record Ended(Instant at, String by) {}

    /** Throws {@link IllegalArgumentException}, with words for its author, for one that would cover everything or nothing. */
    public Silence {
        matchers = List.copyOf(matchers);
        if (matchers.stream().noneMatch(Silence::asks)) {
            throw new IllegalArgumentException(
                    "found matchers %s, wanted at least one that asks for a value, such as flow=\"order-to-erp\": these would silence every alert"
                            .formatted(matchers));
        }
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "found an end at %s, wanted one after the beginning at %s".formatted(until, from));
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "found an end at %s, wanted one within %d days: what is not to be told for longer belongs into the alert's rule"
                            .formatted(until, LONGEST.toDays()));
        }
        if (who.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException(
                    "found no '%s', wanted it said, for those who wonder what became of an alert"
                            .formatted(who.isBlank() ? "who" : "why"));
        }
    }

    /** A matcher that an absent label meets, or any value at all, says nothing: {@code flow=~".*"}, {@code flow=~".+"}. */
    private static boolean asks(LabelMatcher matcher) {
        return matcher.isPositive()
                && !matcher.covers(Map.of())
                && !matcher.covers(Map.of(matcher.label(), "a value that nobody has ever given to a label"));
    }

    public boolean covers(Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.covers(labels));
    }

    public boolean isActive(Instant now) {
        return !isOver(now) && !now.isBefore(from);
    }

    public boolean isOver(Instant now) {
        return ended.isPresent() || !now.isBefore(until);
    }
}
