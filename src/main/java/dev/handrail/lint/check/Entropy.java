package dev.handrail.lint.check;

import java.util.stream.Collectors;

/** How much a text looks like one that a machine made up. */
final class Entropy {
    private static final double RANDOM = 3.2;
    private static final int SHORTEST = 10;

    private Entropy() {}

    /** Says whether the text mixes letters and digits as no name, path or placeholder does. */
    static boolean looksRandom(String text) {
        return text.length() >= SHORTEST
                && text.chars().noneMatch(sign -> "${}<>[]()*%/|\\#".indexOf(sign) >= 0)
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(Character::isLetter)
                && !text.matches("[A-Za-z]+([-_.:][A-Za-z0-9]+)*[-_.:]?[0-9]{0,4}")
                && bits(text) >= RANDOM;
    }

    /** Returns the bits a sign, by Shannon. */
    static double bits(String text) {
        var counts = text.chars().boxed().collect(Collectors.groupingBy(sign -> sign, Collectors.counting()));
        return counts.values().stream()
                .mapToDouble(count -> (double) count / text.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
