package dev.handrail.run.past;

import dev.handrail.match.text.Terms;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How alike incidents are: how much of the labels of one, and of what it says, another has. What many have counts little, so
 * that a region or a severity makes nothing alike.
 */
final class Resemblance {
    private static final double LABELS = 0.5;
    private static final double TEXT = 0.5;

    /** Less than this is chance. */
    private static final double LEAST = 0.3;

    private static final Terms TERMS = new Terms();
    private static final List<String> SAID = List.of("summary", "description", "message");

    private final Map<String, Integer> frequency = new HashMap<>();
    private final List<Traits> others;

    /** What an incident is like others by. */
    private record Traits(Past past, Set<String> labels, Set<String> text) {
        static Traits of(Past past) {
            var labels = past.labels().entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.toSet());
            var said = Stream.concat(
                            Stream.of(past.title()),
                            SAID.stream().map(key -> past.annotations().getOrDefault(key, "")))
                    .collect(Collectors.joining("\n"));
            return new Traits(past, labels, TERMS.of(said));
        }
    }

    private record Scored(Past past, double likeness) {}

    private Resemblance(List<Past> past) {
        this.others = past.stream().map(Traits::of).toList();
        others.forEach(traits -> Stream.concat(traits.labels().stream(), traits.text().stream())
                .forEach(trait -> frequency.merge(trait, 1, Integer::sum)));
    }

    /** Returns those that {@code now} is like, the likest first and the newest of equals; at most {@code most}. */
    static List<Past> nearest(Past now, List<Past> past, int most) {
        var resemblance = new Resemblance(past);
        var traits = Traits.of(now);
        return resemblance.others.stream()
                .map(other -> new Scored(other.past(), resemblance.likeness(traits, other)))
                .filter(scored -> scored.likeness() >= LEAST)
                .sorted(Comparator.comparingDouble(Scored::likeness)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(
                                        (Scored scored) -> scored.past().id().value())
                                .reversed()))
                .limit(most)
                .map(Scored::past)
                .toList();
    }

    private double likeness(Traits now, Traits other) {
        return LABELS * shared(now.labels(), other.labels()) + TEXT * shared(now.text(), other.text());
    }

    private double shared(Set<String> traits, Set<String> others) {
        var all = traits.stream().mapToDouble(this::weight).sum();
        return all == 0
                ? 0
                : traits.stream()
                                .filter(others::contains)
                                .mapToDouble(this::weight)
                                .sum()
                        / all;
    }

    /** The rarer, the more it tells. */
    private double weight(String trait) {
        return Math.log1p((others.size() + 1.0) / (frequency.getOrDefault(trait, 0) + 0.5));
    }
}
