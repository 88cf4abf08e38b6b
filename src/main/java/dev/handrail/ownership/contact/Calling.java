package dev.handrail.ownership.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How far the contacts of a level have been told, and who of them is on call at that moment.
 *
 * @param from the place in the level of the first contact that was told now
 * @param next the place of the one that is told next, if nobody takes it; 0 when all have been told
 * @param onCall who is on call, by name; empty where the level has no rotation
 */
public record Calling(
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int from,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int next,
        Optional<String> onCall) {
    /** All contacts at once, and no rotation. */
    public static final Calling ALL = new Calling(0, 0, Optional.empty());

    /** Returns who is told, for people: {@code Payments team (on call: Devi Rao)}. */
    public String whom(String name) {
        return onCall.filter(person -> !person.equals(name))
                .map(person -> "%s (on call: %s)".formatted(name, person))
                .orElse(name);
    }
}
