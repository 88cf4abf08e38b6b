package dev.handrail.platform.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The word that somebody probably meant: the nearest by edit distance, if it is near at all. */
public final class Nearest {
    private static final int LONGEST = 80;
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> candidate.length() <= LONGEST)
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= reach(word))
                .filter(candidate -> distance(word, candidate) <= reach(word))
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns what to write instead: {@code 'owner'} where one is near, else all of those there are. */
    public static String advice(String word, Collection<String> known) {
        return to(word, known).map(near -> "'" + near + "'").orElseGet(() -> oneOf(known));
    }

    private static String oneOf(Collection<String> known) {
        if (known.isEmpty()) {
            return "nothing here: there is none";
        }
        var some = known.stream().sorted().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return "one of " + some + (known.size() > MOST_LISTED ? ", ..." : "");
    }

    /** Says whether one word is the other with a single slip: a letter too many, too few, wrong, or two swapped. */
    public static boolean isSlip(String word, String meant) {
        return word.length() <= LONGEST && meant.length() <= LONGEST && distance(word, meant) == 1;
    }

    private static int reach(String word) {
        return Math.max(2, word.length() / 3);
    }

    /** Optimal string alignment: insertions, deletions, substitutions, and two neighbours swapped, each count one. */
    static int distance(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, i, j, from.charAt(i - 1) == to.charAt(j - 1));
                if (i > 1 && j > 1 && swapped(from, to, i, j)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int cheapest(int[][] rows, int i, int j, boolean same) {
        var either = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
        return Math.min(either, rows[i - 1][j - 1] + (same ? 0 : 1));
    }

    private static boolean swapped(String from, String to, int i, int j) {
        return from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
