package dev.handrail.run.merge;

import dev.handrail.run.Decision.Bar;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import java.util.Optional;

/** What keeps an incident that is open from being merged into another. Pure. */
final class Bars {
    private Bars() {}

    /** @param into the one that was chosen; empty where there is none of that number */
    static Optional<Bar> between(IncidentView from, Optional<IncidentView> into) {
        if (into.isEmpty()) {
            return Optional.of(Bar.NO_SUCH_INCIDENT);
        }
        var other = into.get();
        if (other.incident().id().equals(from.incident().id())) {
            return Optional.of(Bar.ITSELF);
        }
        if (other.state().position() instanceof Position.Finished over) {
            return Optional.of(
                    over.into().filter(from.incident().id()::equals).isPresent() ? Bar.MERGED_HERE : Bar.OVER);
        }
        if (other.kind() != from.kind()) {
            return Optional.of(Bar.OTHER_KIND);
        }
        return isStorm(from) || isStorm(other) ? Optional.of(Bar.STORM) : Optional.empty();
    }

    private static boolean isStorm(IncidentView view) {
        return view.storm().isPresent();
    }

    /** Says whether an incident may be offered to be merged into. */
    static boolean offers(IncidentView from, IncidentView into) {
        return between(from, Optional.of(into)).isEmpty();
    }

    /** Returns how like two incidents are, 0 for not at all: a runbook in common says more than a flow. */
    static int likeness(IncidentView one, IncidentView other) {
        var runbook = one.plan().book().isPresent()
                && one.plan()
                        .book()
                        .map(book -> book.id())
                        .equals(other.plan().book().map(book -> book.id()));
        var flow = one.incident().flow().isPresent()
                && one.incident().flow().equals(other.incident().flow());
        return (runbook ? 2 : 0) + (flow ? 1 : 0);
    }
}
