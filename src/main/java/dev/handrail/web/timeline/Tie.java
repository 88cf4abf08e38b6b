package dev.handrail.web.timeline;

import dev.handrail.incident.IncidentId;
import dev.handrail.run.Act;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.fact.Moved;
import java.util.List;
import java.util.Optional;

/**
 * That an incident and another one belong together, because a person moved alerts between them.
 *
 * @param kind as the API says it
 * @param words as the beginning of a sentence that ends with the other
 * @param alerts how many went; empty where the other counts them
 */
public record Tie(String kind, String words, IncidentId other, Optional<Integer> alerts) {

    /** Returns an incident's ties, in the order in which they came. */
    public static List<Tie> of(IncidentView view) {
        return view.timeline().stream()
                .flatMap(happened -> of(happened.event()).stream())
                .toList();
    }

    /** Returns the tie that an event made. */
    public static Optional<Tie> of(RunEvent event) {
        return switch (event) {
            case RunEvent.Finished over ->
                over.into().map(into -> new Tie("merged_into", "Merged into", into, Optional.empty()));
            case Act.MergedIn in -> Optional.of(of("merged_in", "It took in", in.moved()));
            case Act.SplitOff off -> Optional.of(of("split_off", "Alerts were split off into", off.moved()));
            case Act.SplitFrom from -> Optional.of(of("split_from", "Split off", from.moved()));
            case RunEvent _ -> Optional.empty();
        };
    }

    private static Tie of(String kind, String words, Moved moved) {
        return new Tie(kind, words, moved.other(), Optional.of(moved.alerts()));
    }
}
