package dev.handrail.slack.suggest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody has typed so far, as words in lower case; each may be the beginning of one, or its middle. */
record Typed(List<String> words) {
    private static final int LONGEST = 200;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    Typed {
        words = List.copyOf(words);
    }

    static Typed of(String text) {
        return new Typed(Arrays.stream(BETWEEN.split(text.substring(0, Math.min(LONGEST, text.length()))))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    boolean isNothing() {
        return words.isEmpty();
    }

    /** Says whether every word is in one of some texts. */
    boolean isIn(Stream<String> texts) {
        var all = texts.map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.joining("\n"));
        return words.stream().allMatch(all::contains);
    }

    /** Says whether it is one word, and a number begins with it. */
    boolean begins(long number) {
        return words.size() == 1 && Long.toString(number).startsWith(words.getFirst());
    }
}
