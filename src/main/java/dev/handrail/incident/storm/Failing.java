package dev.handrail.incident.storm;

import dev.handrail.alert.Alert;
import dev.handrail.match.Match;
import dev.handrail.ownership.Flow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An incident as one of many that may have one cause.
 *
 * @param mode what failed, and how: the runbook's id, or the alert's name where no runbook is known
 * @param places where, the narrowest first
 */
public record Failing(String mode, List<Place> places, Instant at) {
    private static final String SYSTEM_LABEL = "system";

    /** As long as the database keeps. */
    private static final int LONGEST = 200;

    public Failing {
        places = List.copyOf(places);
    }

    /** @param flow that the runbook or the alert names */
    public static Failing of(Alert alert, Match match, Optional<Flow> flow, Instant at) {
        var mode = cut(
                match instanceof Match.Matched matched
                        ? matched.runbook().id()
                        : alert.name().orElse("an alert without a name"));
        var places = places(alert, flow);
        return new Failing(mode, places.isEmpty() ? List.of(new Place(Place.Kind.MODE, mode)) : places, at);
    }

    private static List<Place> places(Alert alert, Optional<Flow> flow) {
        var flows = flow.map(Flow::id).or(() -> alert.label("flow")).stream();
        var systems = Stream.concat(
                alert.label(SYSTEM_LABEL).stream(),
                flow.stream()
                        .flatMap(found -> Stream.of(
                                found.exchange().target(), found.exchange().source())));
        return Stream.concat(named(Place.Kind.FLOW, flows), named(Place.Kind.SYSTEM, systems))
                .toList();
    }

    private static Stream<Place> named(Place.Kind kind, Stream<String> names) {
        return names.filter(name -> !name.isBlank())
                .map(Failing::cut)
                .distinct()
                .map(name -> new Place(kind, name));
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST));
    }
}
