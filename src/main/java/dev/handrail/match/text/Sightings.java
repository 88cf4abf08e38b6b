package dev.handrail.match.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where one term was seen while a library is gone through, page by page and name by name. */
final class Sightings {
    private final Row pages = new Row();
    private final Row names = new Row();

    /** Integers in a row that grows: a library has a million of them, too many for objects. */
    private static final class Row {
        private int[] values = new int[2];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    void addPage(int page, int place) {
        var last = pages.size - 1;
        if (last >= 0 && Posting.page(pages.values[last]) == page) {
            pages.values[last] |= place;
        } else {
            pages.add(Posting.entry(page, place));
        }
    }

    void addName(int name) {
        names.add(name);
    }

    /** @param all how many pages there are */
    Posting posting(int all) {
        var entries = pages.toArray();
        var seen = IntStream.of(entries).filter(Posting::isSaidUpFront).count();
        return new Posting(weight(all, seen), entries, names.toArray());
    }

    /** Returns how much a term tells: the rarer among the pages, the more. BM25's formula for it. */
    private static double weight(int all, long seen) {
        return Math.log(1 + (all - seen + 0.5) / (seen + 0.5));
    }
}
