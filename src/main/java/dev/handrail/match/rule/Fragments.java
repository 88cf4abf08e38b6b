package dev.handrail.match.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Rules by a text that a label's value must have in it. Each is filed under those three letters of its text that the fewest other
 * texts have, so that a value is read once, whatever number of rules there is.
 */
final class Fragments {
    /** A text shorter than this cannot be filed. */
    static final int LETTERS = 3;

    private final Map<Long, List<Filed>> byLetters = new HashMap<>();

    /** @param text that what the rule covers has in it */
    record Fragment(String text, FiledRule rule) {}

    /** @param offset of the letters in the text */
    private record Filed(String text, int offset, List<FiledRule> rule) {}

    Fragments(List<Fragment> fragments) {
        var demand = new HashMap<Long, Integer>();
        fragments.forEach(fragment ->
                places(fragment.text()).forEach(at -> demand.merge(letters(fragment.text(), at), 1, Integer::sum)));
        fragments.forEach(fragment -> file(fragment, demand));
    }

    private void file(Fragment fragment, Map<Long, Integer> demand) {
        var text = fragment.text();
        var rarest = places(text)
                .boxed()
                .min(Comparator.comparingInt(at -> demand.getOrDefault(letters(text, at), 0)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "a fragment takes at least %d letters, not '%s'".formatted(LETTERS, text)));
        byLetters
                .computeIfAbsent(letters(text, rarest), _ -> new ArrayList<>())
                .add(new Filed(text, rarest, List.of(fragment.rule())));
    }

    static IntStream places(String text) {
        return IntStream.rangeClosed(0, text.length() - LETTERS);
    }

    static long letters(String text, int at) {
        return ((long) text.charAt(at) << 32) | ((long) text.charAt(at + 1) << 16) | text.charAt(at + 2);
    }

    /** Hands over the rules whose text a value has in it. */
    void in(String value, Consumer<List<FiledRule>> taker) {
        if (byLetters.isEmpty()) {
            return;
        }
        for (int at = 0; at <= value.length() - LETTERS; at++) {
            var found = byLetters.get(letters(value, at));
            if (found != null) {
                hand(found, value, at, taker);
            }
        }
    }

    private static void hand(List<Filed> found, String value, int at, Consumer<List<FiledRule>> taker) {
        for (var filed : found) {
            if (value.startsWith(filed.text(), at - filed.offset())) {
                taker.accept(filed.rule());
            }
        }
    }
}
