package dev.handrail.run.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.handrail.alert.Severity;
import dev.handrail.incident.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people have agreed on an incident among themselves.
 *
 * @param handover empty while nobody is asked to take it over
 * @param added who was asked to come, besides the responder
 * @param severity as somebody changed it; empty while it is what the incident opened with
 * @param quietUntil until when nobody is reminded; it may be past
 */
public record Arrangements(
        Optional<Handover> handover,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> added,
        Optional<Severity> severity,
        Optional<Instant> quietUntil) {
    /** What is so before anybody has said anything. */
    public static final Arrangements NONE =
            new Arrangements(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    /** Nobody is stored where nobody was added. */
    @SuppressWarnings({"ConstantConditions", "RedundantNullCheck"})
    public Arrangements {
        added = added == null ? List.of() : List.copyOf(added);
    }

    /**
     * Somebody is asked to take it over, and has not answered.
     *
     * @param until when it goes back by itself
     */
    public record Handover(Person from, Person to, Instant until) {}

    /** Returns what is to be stored: nothing where nothing was agreed. */
    @JsonIgnore
    public Optional<Arrangements> ifAny() {
        return equals(NONE) ? Optional.empty() : Optional.of(this);
    }

    public Arrangements offering(Handover offer) {
        return new Arrangements(Optional.of(offer), added, severity, quietUntil);
    }

    public Arrangements settled() {
        return new Arrangements(Optional.empty(), added, severity, quietUntil);
    }

    public Arrangements with(Person another) {
        return new Arrangements(
                handover, Stream.concat(added.stream(), Stream.of(another)).toList(), severity, quietUntil);
    }

    public Arrangements with(Severity changed) {
        return new Arrangements(handover, added, Optional.of(changed), quietUntil);
    }

    public Arrangements quietUntil(Instant until) {
        return new Arrangements(handover, added, severity, Optional.of(until));
    }

    /** Returns what of it is still so after the end: who came, and how bad it is. */
    public Arrangements over() {
        return new Arrangements(Optional.empty(), added, severity, Optional.empty());
    }

    public boolean knows(Person person) {
        return added.stream().anyMatch(person::is);
    }
}
