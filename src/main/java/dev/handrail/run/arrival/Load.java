package dev.handrail.run.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arrivals that are placed by one commit.
 *
 * @param marks the numbers of the rows that say that some of them are kept, and not placed yet
 */
record Load(List<Arrival> arrivals, List<Long> marks) {
    static final Load NOTHING = new Load(List.of(), List.of());

    Load {
        arrivals = List.copyOf(arrivals);
        marks = List.copyOf(marks);
    }

    boolean isEmpty() {
        return arrivals.isEmpty() && marks.isEmpty();
    }

    int weight() {
        return arrivals.stream().mapToInt(Arrival::weight).sum();
    }

    /** Returns loads as one. */
    static Load together(List<Load> loads) {
        var arrivals = new ArrayList<Arrival>();
        loads.forEach(load -> arrivals.addAll(load.arrivals()));
        return new Load(
                arrivals, loads.stream().flatMap(load -> load.marks().stream()).toList());
    }

    /** Returns each arrival alone; the marks stay until all of them are done. */
    Stream<Load> oneByOne() {
        return arrivals.stream().map(one -> new Load(List.of(one), List.of()));
    }
}
