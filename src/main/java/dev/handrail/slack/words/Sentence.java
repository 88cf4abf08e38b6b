package dev.handrail.slack.words;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A sentence with places in it, for {@link String#format}: {@code %s} for each part in turn, or {@code %2$s} for the second.
 * Anything else behind a per cent sign would break at the moment when somebody is to read it.
 */
record Sentence(String text) {
    private static final Pattern PLACE = Pattern.compile("%(?:(?<number>[1-9])\\$)?(?<letter>s|%)?");

    /** Returns which parts it shows, from 1. */
    SortedSet<Integer> parts() {
        var parts = new TreeSet<Integer>();
        var next = 1;
        for (var place = PLACE.matcher(text); place.find(); ) {
            if ("s".equals(place.group("letter"))) {
                var number = place.group("number");
                parts.add(number == null ? next++ : Integer.parseInt(number));
            }
        }
        return parts;
    }

    /** Returns what nobody could be told as it stands; empty where it is fine. */
    Optional<String> fault() {
        var stray = PLACE.matcher(text)
                .results()
                .filter(place -> place.group("letter") == null
                        || (place.group("letter").equals("%") && place.group("number") != null))
                .findFirst();
        if (text.isBlank()) {
            return Optional.of("nothing");
        }
        return stray.map(
                place -> "a %% at its character %d, with neither s nor %% behind it".formatted(place.start() + 1));
    }
}
