package dev.handrail.match.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How rare texts are among those that the rules of a library ask for: a rule is best found by one that few others have. */
final class Rarity {
    private final Map<Letters, Integer> demand = new HashMap<>();

    private record Letters(String label, long letters) {}

    void count(String label, Set<String> texts) {
        for (var text : texts) {
            Fragments.places(text)
                    .forEach(at -> demand.merge(new Letters(label, Fragments.letters(text, at)), 1, Integer::sum));
        }
    }

    /** Returns how many others have the rarest letters of the least rare of these texts. */
    int of(String label, Set<String> texts) {
        return texts.stream().mapToInt(text -> rarest(label, text)).max().orElse(Integer.MAX_VALUE);
    }

    private int rarest(String label, String text) {
        return Fragments.places(text)
                .map(at -> demand.getOrDefault(new Letters(label, Fragments.letters(text, at)), 0))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
