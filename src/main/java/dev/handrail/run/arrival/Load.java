package dev.handrail.run.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Arrivals that are placed by one commit.
 *
 * @param marks the numbers of the marks that go when all of it is placed
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

    /** Returns every mark by which it may be placed, those of its arrivals among them. */
    List<Long> claims() {
        return LongStream.concat(
                        marks.stream().mapToLong(Long::longValue),
                        arrivals.stream().mapToLong(Arrival::mark))
                .filter(mark -> mark != 0)
                .distinct()
                .boxed()
                .toList();
    }

    /** Returns what nobody waits for any more, because it is kept; whoever waits for the rest is told. */
    Load withoutUnkept(Throwable failure) {
        arrivals.stream().filter(arrival -> !arrival.isKept()).forEach(arrival -> arrival.failed(failure));
        return new Load(arrivals.stream().filter(Arrival::isKept).toList(), marks);
    }
}
