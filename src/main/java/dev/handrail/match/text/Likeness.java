package dev.handrail.match.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How alike an alert and a page are: how much of the alert's name the page speaks of, how much of the page's name the alert speaks
 * of, how much of what else the alert says, and whether their names exclude one another.
 *
 * <p>The four weights are a logistic regression's over alerts and runbooks of OpenShift and KubeVirt, rounded to halves, so that the
 * sum reads as a probability. Other collections were left for checking, and on those neither finer weights nor more measures did
 * better.
 *
 * <p>Every page is judged, and all of them at once: each term of the alert adds to the sums of the pages that say it.
 */
final class Likeness {
    private static final double NAME = 4.5;
    private static final double NAMED = 5;
    private static final double TEXT = 1.5;
    private static final double CONFLICT = -1;
    private static final double NOTHING = -8;

    /** What a word is worth in the alert's text, beside one in its name. */
    private static final double IN_TEXT = 0.85;

    /** Sums that differ by less are equal. */
    private static final double FINEST = 1e-9;

    private static final int MOST_CONFLICTS = 2;
    private static final int MOST_WORDS = 4;

    private final Postings postings;
    private final Lexicon lexicon;

    Likeness(Postings postings, Lexicon lexicon) {
        this.postings = postings;
        this.lexicon = lexicon;
    }

    /** A page, the probability that it is for the alert, and the words that speak for it. */
    record Likely(int page, double confidence, String why) {}

    /** Returns the pages that have anything in common with an alert, at most so many, best first; of equal ones the first ones. */
    List<Likely> best(Query query, int most) {
        var terms = terms(query);
        return best(common(terms), named(query, terms), conflicts(query), most).stream()
                .map(scored -> new Likely(scored.page, 1 / (1 + Math.exp(-scored.sum)), why(terms, scored.page)))
                .toList();
    }

    private record Term(String said, Posting posting, boolean isInName, boolean isInText) {}

    private List<Term> terms(Query query) {
        return query.all().entrySet().stream()
                .map(entry -> new Term(
                        entry.getValue(),
                        postings.of(entry.getKey()),
                        query.name().contains(entry.getKey()),
                        query.text().contains(entry.getKey())))
                .toList();
    }

    private record Scored(int page, double sum) {
        static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingDouble(Scored::sum).reversed().thenComparingInt(Scored::page);
    }

    private static List<Scored> best(double[] common, double[] named, int[] conflicts, int most) {
        var best = new PriorityQueue<>(Scored.BEST_FIRST.reversed());
        double least = Double.NEGATIVE_INFINITY;
        for (int page = 0; page < common.length; page++) {
            var sum = common[page] + NAMED * named[page];
            if (sum > 0 && sum > least) {
                var less = CONFLICT * Math.min(conflicts[page], MOST_CONFLICTS) + NOTHING;
                best.add(new Scored(page, rounded(sum + less)));
                least = best.size() > most ? best.remove().sum - NOTHING - FINEST : least;
            }
        }
        return best.stream().sorted(Scored.BEST_FIRST).toList();
    }

    /** Returns the sum without its last digits: in which order the words stand must not settle what is equal. */
    private static double rounded(double sum) {
        return Math.rint(sum / FINEST) * FINEST;
    }

    /** Returns by how much more likely each page is for what it says of the alert's terms. */
    private double[] common(List<Term> terms) {
        var name = NAME / weight(terms, Term::isInName);
        var text = TEXT / weight(terms, Term::isInText);
        var sums = new double[postings.pages()];
        for (var term : terms) {
            term.posting.add((term.isInName ? name : 0) + (term.isInText ? text : 0), sums);
        }
        return sums;
    }

    private static double weight(List<Term> terms, Predicate<Term> which) {
        return terms.stream()
                .filter(which)
                .mapToDouble(term -> term.posting.weight())
                .sum();
    }

    /** Returns how much of a name of each page the alert speaks of. */
    private double[] named(Query query, List<Term> terms) {
        var named = new double[postings.pages()];
        var cover = postings.names().new Cover(named);
        for (var term : terms) {
            cover.add(term.posting, term.isInName ? 1 : IN_TEXT);
        }
        nearly(query).forEach((term, worth) -> cover.add(postings.of(term), worth));
        return named;
    }

    /** Returns what the alert does not say, but what is near to it, with what that is worth. */
    private Map<String, Double> nearly(Query query) {
        var nearly = new LinkedHashMap<String, Double>();
        addNear(query.text(), Place.NEAR * IN_TEXT, nearly);
        addNear(query.name(), Place.NEAR, nearly);
        nearly.keySet().removeAll(query.all().keySet());
        return nearly;
    }

    private void addNear(Set<String> terms, double worth, Map<String, Double> nearly) {
        for (var term : terms) {
            lexicon.near(term).forEach(near -> nearly.put(near, worth));
        }
    }

    /** Counts the words of the alert's name instead of which a page's has another of their kind: read for write. */
    private int[] conflicts(Query query) {
        var counts = new int[postings.pages()];
        for (var term : query.name()) {
            for (var other : lexicon.apart(term)) {
                if (!query.all().containsKey(other)) {
                    postings.of(other).countInsteadOf(postings.of(term), counts);
                }
            }
        }
        return counts;
    }

    /** Returns the words that speak for a page, the most telling first. */
    private static String why(List<Term> terms, int page) {
        var words = terms.stream()
                .filter(term -> term.posting.isUpFront(page))
                .sorted(Comparator.comparingDouble(term -> -term.posting.weight()))
                .limit(MOST_WORDS)
                .map(term -> "\"" + term.said + "\"")
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "some words in its steps" : "it speaks of " + words;
    }
}
