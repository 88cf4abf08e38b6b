package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.runbook.Runbook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an alert comes from, told by its labels: of runbooks with one name, those are meant that lie there. */
final class Scope {
    private static final Set<String> NO_PLACE = Set.of(Alert.NAME_LABEL, "severity");

    private final Set<String> values;

    Scope(Alert alert) {
        this.values = alert.labels().entrySet().stream()
                .filter(label -> !NO_PLACE.contains(label.getKey()))
                .map(Map.Entry::getValue)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Returns those that the most labels speak for: all of them if none does. */
    List<Runbook> narrow(List<Runbook> runbooks) {
        var most = runbooks.stream().mapToLong(this::agreement).max().orElse(0);
        return runbooks.stream().filter(runbook -> agreement(runbook) == most).toList();
    }

    /** Counts the folders, the flow and the owner that some label names. */
    private long agreement(Runbook runbook) {
        return places(runbook).filter(values::contains).distinct().count();
    }

    private static Stream<String> places(Runbook runbook) {
        return Stream.concat(
                Names.folders(runbook).stream(),
                Stream.concat(runbook.policy().flow().stream(), runbook.policy().owner().map(Object::toString).stream())
                        .map(place -> place.toLowerCase(Locale.ROOT)));
    }
}
