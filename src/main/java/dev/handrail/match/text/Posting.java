package dev.handrail.match.text;

import java.util.Arrays;

/** What is known of one term: how much it tells, which pages say it, and which names of pages have it. */
final class Posting {
    private static final double[] WORTHS = Place.worths();
    private static final int PLACES = WORTHS.length - 1;
    private static final int UP_FRONT = Place.NAME.said() | Place.CONTEXT.said();

    private final double weight;
    /** Ascending; each is a page's number and, in its lowest bits, the places where that page says the term or one near to it. */
    private final int[] pages;

    private final int[] names;

    Posting(double weight, int[] pages, int[] names) {
        this.weight = weight;
        this.pages = pages;
        this.names = names;
    }

    /** Returns an entry for a page. */
    static int entry(int page, int places) {
        return page << Place.BITS | places;
    }

    static int page(int entry) {
        return entry >>> Place.BITS;
    }

    static boolean isSaidUpFront(int entry) {
        return (entry & UP_FRONT) != 0;
    }

    double weight() {
        return weight;
    }

    /** Returns the numbers themselves, not to be changed: there may be thousands, and they are gone through for each alert. */
    int[] names() {
        return names;
    }

    /** Adds what the term tells to the sum of each page, times so much and what it is worth where the page says it. */
    void add(double times, double[] sums) {
        var much = times * weight;
        for (var entry : pages) {
            sums[page(entry)] += much * WORTHS[entry & PLACES];
        }
    }

    /** Counts the pages that have this term in their name and not the other one. */
    void countInsteadOf(Posting other, int[] counts) {
        for (var entry : pages) {
            var page = page(entry);
            if (isInName(entry) && !isInName(other.of(page))) {
                counts[page]++;
            }
        }
    }

    /** Returns whether the very term is in the page's name, or in what is happening and why. */
    boolean isUpFront(int page) {
        return isSaidUpFront(of(page));
    }

    private static boolean isInName(int entry) {
        return (entry & Place.NAME.said()) != 0;
    }

    /** Returns the page's entry, or one without places. */
    private int of(int page) {
        var none = entry(page, 0);
        var found = Arrays.binarySearch(pages, none);
        var at = found < 0 ? -found - 1 : found;
        return at < pages.length && page(pages[at]) == page ? pages[at] : none;
    }
}
