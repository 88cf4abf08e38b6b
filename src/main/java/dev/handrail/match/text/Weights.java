package dev.handrail.match.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How much a term tells: the rarer among the runbooks, the more. BM25's formula for it. */
final class Weights {
    private final Map<String, Double> weights = new HashMap<>();
    private final double unseen;

    Weights(List<Page> pages) {
        var frequency = new HashMap<String, Integer>();
        for (var page : pages) {
            Stream.concat(page.name().stream(), page.context().stream())
                    .distinct()
                    .forEach(term -> frequency.merge(term, 1, Integer::sum));
        }
        frequency.forEach((term, count) -> weights.put(term, weight(pages.size(), count)));
        unseen = weight(pages.size(), 0);
    }

    private static double weight(int pages, int count) {
        return Math.log(1 + (pages - count + 0.5) / (count + 0.5));
    }

    double of(String term) {
        return weights.getOrDefault(term, unseen);
    }

    /** Returns how much of some terms is covered, from 0 to 1: each counts by what it tells. */
    double covered(Collection<String> terms, ToDoubleFunction<String> coverage) {
        double covered = 0;
        double all = 0;
        for (var term : terms) {
            var weight = of(term);
            covered += weight * coverage.applyAsDouble(term);
            all += weight;
        }
        return all == 0 ? 0 : covered / all;
    }
}
