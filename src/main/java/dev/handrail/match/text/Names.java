package dev.handrail.match.text;

import java.util.Collection;
import java.util.stream.DoubleStream;

/** The names of all pages, numbered through. A page has several, and one of them is enough. */
final class Names {
    /** Which page has each name. */
    private final int[] pages;

    /** One by what the terms of each name tell together. */
    private final double[] shares;

    Names(int[] pages, Collection<Posting> postings) {
        this.pages = pages;
        var weights = new double[pages.length];
        for (var posting : postings) {
            for (var name : posting.names()) {
                weights[name] += posting.weight();
            }
        }
        this.shares = DoubleStream.of(weights).map(weight -> 1 / weight).toArray();
    }

    /** How much of the names terms cover, one term after the other. */
    final class Cover {
        private final double[] told = new double[shares.length];
        private final double[] best;

        /** @param best how much is covered of that name of each page of which most is; it is kept up to date */
        Cover(double[] best) {
            this.best = best;
        }

        /** @param worth of the term, beside one that the alert says in its name */
        void add(Posting posting, double worth) {
            var more = worth * posting.weight();
            for (var name : posting.names()) {
                told[name] += more;
                var page = pages[name];
                best[page] = Math.max(best[page], told[name] * shares[name]);
            }
        }
    }
}
