package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.runbook.Runbook;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A label or annotation in which an alert says which runbook is for it: an id, a path, or the address of a page.
 *
 * @param key its name, for instance {@code runbook_url}
 */
record Pointer(String key, String value) {
    private static final List<String> KEYS = List.of("runbook_id", "runbook", "runbook_url");

    /** Returns those of an alert, the most exact kind first. */
    static List<Pointer> of(Alert alert) {
        return KEYS.stream()
                .flatMap(key -> Stream.of(alert.annotation(key), alert.label(key))
                        .flatMap(Optional::stream)
                        .filter(value -> !value.isBlank())
                        .map(value -> new Pointer(key, value.strip())))
                .distinct()
                .toList();
    }

    /** Returns the runbooks that it names: one, unless one's id is another's path. */
    List<Runbook> find(List<Runbook> runbooks) {
        var exact = runbooks.stream()
                .filter(runbook -> runbook.id().equals(value) || runbook.path().equals(value))
                .toList();
        return exact.isEmpty() ? longest(runbooks) : exact;
    }

    /** All of a runbook's path, or of its id, must be the end of the address; if several are, the longest is meant. */
    private List<Runbook> longest(List<Runbook> runbooks) {
        var address = Names.segments(decoded(withoutQuery(value)));
        var best = runbooks.stream()
                .mapToInt(runbook -> covered(runbook, address))
                .max()
                .orElse(0);
        return best == 0
                ? List.of()
                : runbooks.stream()
                        .filter(runbook -> covered(runbook, address) == best)
                        .toList();
    }

    private int covered(Runbook runbook, List<String> address) {
        var isAddress = value.contains("://");
        var byName = !isAddress && address.size() == 1 && Names.stem(runbook).equalsIgnoreCase(address.getFirst());
        return Math.max(
                byName ? 1 : 0,
                Math.max(end(Names.segments(runbook.path()), address), end(Names.segments(runbook.id()), address)));
    }

    private static int end(List<String> name, List<String> address) {
        var from = address.size() - name.size();
        return from >= 0 && address.subList(from, address.size()).equals(name) ? name.size() : 0;
    }

    private static String withoutQuery(String address) {
        return address.split("[?#]", 2)[0];
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /** Returns the pointer for people: {@code runbook_url "https://wiki.example/orders"}. */
    @Override
    public String toString() {
        return key + " \"" + (value.length() <= 120 ? value : value.substring(0, 119) + "…") + "\"";
    }
}
