package dev.handrail.soak.sender;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of sender.
 *
 * @param most how many alerts it puts into one delivery at most
 * @param headers what it sends beside the body
 * @param body what it writes
 * @param tellsItsEnd whether a late copy of a beginning can be told from a new one by what it sends
 */
public record Sender(
        String source,
        int most,
        Function<Trouble, Map<String, String>> headers,
        Function<Report, String> body,
        boolean tellsItsEnd) {
    /** Returns one of every kind; the first two tell of many alerts at once. */
    public static List<Sender> all() {
        return Stream.of(Monitors.all(), Clouds.all(), Trackers.all(), Merchants.all())
                .flatMap(List::stream)
                .toList();
    }

    static Sender single(String source, Function<Report, String> body) {
        return new Sender(source, 1, _ -> Map.of(), body, false);
    }

    static Sender grouping(String source, int most, Function<Report, String> body) {
        return new Sender(source, most, _ -> Map.of(), body, true);
    }

    Sender with(Function<Trouble, Map<String, String>> own) {
        return new Sender(source, most, own, body, tellsItsEnd);
    }

    public Letter write(Report report) {
        return new Letter(
                source,
                headers.apply(report.one()),
                body.apply(report),
                report.troubles().size());
    }
}
