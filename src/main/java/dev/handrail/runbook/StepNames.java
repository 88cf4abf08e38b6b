package dev.handrail.runbook;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By what names a link may mean a step of a runbook.
 *
 * @param exact as GitHub names headings, and as authors name them in HTML
 * @param loose in lower case and without a heading's number: understood, but GitHub's reader is led nowhere by them
 */
public record StepNames(Map<String, StepId> exact, Map<String, StepId> loose) {
    /** The step that a link means. */
    public record Found(StepId step, boolean isExact) {}

    public StepNames {
        exact = Map.copyOf(exact);
        loose = Map.copyOf(loose);
    }

    /** Returns the step that {@code fragment}, without its {@code #}, means. */
    public Optional<Found> find(String fragment) {
        return Optional.ofNullable(exact.get(fragment))
                .map(step -> new Found(step, true))
                .or(() -> Optional.ofNullable(loose.get(fragment.toLowerCase(Locale.ROOT)))
                        .map(step -> new Found(step, false)));
    }

    /** Returns the exact names, for advice. */
    public Set<String> known() {
        return exact.keySet();
    }
}
