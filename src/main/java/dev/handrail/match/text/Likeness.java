package dev.handrail.match.text;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How alike an alert and a runbook are: how much of the alert's name the runbook speaks of, how much of the runbook's name the
 * alert speaks of, how much of what else the alert says, and whether their names exclude one another.
 *
 * <p>The four weights are a logistic regression's over alerts and runbooks of OpenShift and KubeVirt, rounded to halves, so that the
 * sum reads as a probability. Other collections were left for checking, and on those neither finer weights nor more measures did
 * better.
 */
final class Likeness {
    private static final double NAME = 4.5;
    private static final double NAMED = 5;
    private static final double TEXT = 1.5;
    private static final double CONFLICT = -1;
    private static final double NOTHING = -8;

    /** What a near word is worth beside the word itself. */
    private static final double NEAR = 0.6;

    /** What a word is worth in the runbook's context and in its body, beside one in its name. */
    private static final double IN_CONTEXT = 0.6;

    private static final double IN_BODY = 0.3;

    /** What a word is worth in the alert's text, beside one in its name. */
    private static final double IN_TEXT = 0.85;

    private static final int MOST_CONFLICTS = 2;
    private static final int MOST_WORDS = 4;

    private final Lexicon lexicon;
    private final Weights weights;

    Likeness(List<Page> pages, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.weights = new Weights(pages);
    }

    /** Returns the probability that the runbook is for the alert. */
    double confidence(Query query, Page page) {
        var sum = NOTHING
                + NAME * weights.covered(query.name(), term -> onPage(term, page))
                + NAMED * named(query, page)
                + TEXT * weights.covered(query.text(), term -> onPage(term, page))
                + CONFLICT * conflicts(query, page);
        return 1 / (1 + Math.exp(-sum));
    }

    /** A runbook has several names, and one of them is enough. */
    private double named(Query query, Page page) {
        return page.names().stream()
                .mapToDouble(name -> weights.covered(name, term -> inQuery(term, query)))
                .max()
                .orElse(0);
    }

    private double onPage(String term, Page page) {
        var inName = in(term, page.name());
        return inName == 1
                ? 1
                : Math.max(inName, Math.max(IN_CONTEXT * in(term, page.context()), IN_BODY * in(term, page.body())));
    }

    private double inQuery(String term, Query query) {
        return Math.max(in(term, query.name()), IN_TEXT * in(term, query.text()));
    }

    private double in(String term, Set<String> terms) {
        if (terms.contains(term)) {
            return 1;
        }
        for (var near : lexicon.near(term)) {
            if (terms.contains(near)) {
                return NEAR;
            }
        }
        return 0;
    }

    /** Counts the words of the alert's name instead of which the runbook's has another of their kind: read for write. */
    private long conflicts(Query query, Page page) {
        return query.name().stream()
                .filter(term -> !page.name().contains(term))
                .flatMap(term -> lexicon.apart(term).stream())
                .filter(other -> page.name().contains(other) && !query.all().containsKey(other))
                .limit(MOST_CONFLICTS)
                .count();
    }

    /** Returns the words that speak for it, the most telling first. */
    String why(Query query, Page page) {
        var words = query.all().entrySet().stream()
                .filter(entry ->
                        page.name().contains(entry.getKey()) || page.context().contains(entry.getKey()))
                .sorted(Comparator.comparingDouble(entry -> -weights.of(entry.getKey())))
                .limit(MOST_WORDS)
                .map(entry -> "\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "some words in its steps" : "it speaks of " + words;
    }
}
