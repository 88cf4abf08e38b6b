package dev.handrail.ownership.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far the contacts of a level have been told, and who of them is on call at that moment.
 *
 * @param from the place in the level of the first contact that was told now
 * @param next the place of the one that is told next, if nobody takes it; 0 when all have been told
 * @param onCall who is on call, by name; empty where the level has no rotation
 * @param because why it is they, where it is not the runbook that names them: {@code owner of the step}
 */
public record Calling(
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int from,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int next,
        Optional<String> onCall,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> because) {
    /** All contacts at once, and no rotation. */
    public static final Calling ALL = new Calling(0, 0, Optional.empty(), Optional.empty());

    /** What earlier releases stored is without {@code because}. */
    @SuppressWarnings({"ConstantConditions", "RedundantNullCheck", "OptionalAssignedToNull"})
    public Calling {
        because = because == null ? Optional.empty() : because;
    }

    /** Returns who is told, for people: {@code Payments team (owner of the step, on call: Devi Rao)}. */
    public String whom(String name) {
        var person = onCall.filter(mate -> !mate.equals(name)).map(mate -> "on call: " + mate);
        var more = Stream.concat(because.stream(), person.stream()).collect(Collectors.joining(", "));
        return more.isEmpty() ? name : "%s (%s)".formatted(name, more);
    }
}
