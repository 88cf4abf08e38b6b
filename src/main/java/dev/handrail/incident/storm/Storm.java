package dev.handrail.incident.storm;

import dev.handrail.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When many failures are one: they began together, in one flow or on one system, so that one cause is likely and people are
 * told once. Pure: what is known is handed in.
 */
public final class Storm {
    private Storm() {}

    /**
     * An incident that is open and was opened lately.
     *
     * @param storm the one that it is a part of; empty while it stands for itself
     */
    public record Recent(IncidentId id, Failing failing, Optional<IncidentId> storm) {}

    /** What an incident that is about to open has to do with a storm. */
    public sealed interface Verdict {
        /** Nothing. */
        record Alone() implements Verdict {}

        /** @param why for people */
        record Joins(IncidentId storm, String why) implements Verdict {}

        /**
         * It is the one too many.
         *
         * @param members what opened before it and is a part of the storm as well
         * @param why for people
         */
        record Begins(Place place, List<Recent> members, String why) implements Verdict {
            public Begins {
                members = List.copyOf(members);
            }
        }
    }

    /**
     * Judges an incident that is about to open.
     *
     * @param lately what shares a place with it
     * @param storms those that are open, by their place
     */
    public static Verdict judge(
            Failing fresh, List<Recent> lately, Map<Place, IncidentId> storms, StormSettings settings) {
        var here = fresh.places().stream().filter(storms::containsKey).findFirst();
        return here.<Verdict>map(place -> joined(place, storms)).orElseGet(() -> crowded(fresh, lately, settings));
    }

    private static Verdict joined(Place place, Map<Place, IncidentId> storms) {
        var storm = Objects.requireNonNull(storms.get(place), "only asked where there is one");
        return new Verdict.Joins(storm, "storm %s is on %s".formatted(storm, place));
    }

    private static Verdict crowded(Failing fresh, List<Recent> lately, StormSettings settings) {
        return fresh.places().stream()
                .map(place -> crowd(fresh, place, lately, settings))
                .filter(crowd -> crowd.isStorm(settings))
                .max(Comparator.comparingLong(Crowd::modes)
                        .thenComparingInt(Crowd::incidents)
                        .thenComparingInt(crowd -> -fresh.places().indexOf(crowd.place())))
                .map(crowd -> crowd.verdict(settings))
                .orElseGet(Verdict.Alone::new);
    }

    private static Crowd crowd(Failing fresh, Place place, List<Recent> lately, StormSettings settings) {
        var since = fresh.at().minus(settings.within());
        var others = lately.stream()
                .filter(recent -> recent.failing().places().contains(place))
                .filter(recent -> !recent.failing().at().isBefore(since))
                .toList();
        return new Crowd(place, fresh, others);
    }

    /** What opened lately in one place, the incident that is about to open included. */
    private record Crowd(Place place, Failing fresh, List<Recent> others) {
        int incidents() {
            return others.size() + 1;
        }

        long modes() {
            return Stream.concat(others.stream().map(Recent::failing), Stream.of(fresh))
                    .map(Failing::mode)
                    .distinct()
                    .count();
        }

        boolean isStorm(StormSettings settings) {
            return isOfModes(settings) || incidents() >= settings.incidents();
        }

        private boolean isOfModes(StormSettings settings) {
            return place.kind() != Place.Kind.MODE && modes() >= settings.modes();
        }

        Verdict verdict(StormSettings settings) {
            var why = "%s on %s within %s".formatted(count(settings), place, words(took()));
            return mostIn().<Verdict>map(storm -> new Verdict.Joins(storm, why + ", most of them in storm " + storm))
                    .orElseGet(() -> new Verdict.Begins(place, alone(), why));
        }

        /** What is a part of another storm stays there. */
        private List<Recent> alone() {
            return others.stream().filter(recent -> recent.storm().isEmpty()).toList();
        }

        private String count(StormSettings settings) {
            return isOfModes(settings) ? modes() + " failure modes" : incidents() + " incidents";
        }

        private Duration took() {
            var first = others.stream().map(recent -> recent.failing().at()).min(Instant::compareTo);
            return Duration.between(first.orElse(fresh.at()), fresh.at());
        }

        /** Returns the storm that more than half of them are a part of: it has spread, and is no second one. */
        private Optional<IncidentId> mostIn() {
            return others.stream()
                    .flatMap(recent -> recent.storm().stream())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .filter(storm -> storm.getValue() * 2 > others.size())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    static String words(Duration time) {
        return time.toSeconds() < 100 ? Math.max(1, time.toSeconds()) + " s" : (time.toSeconds() + 59) / 60 + " min";
    }
}
