package dev.handrail.slack.press;

import dev.handrail.incident.IncidentId;
import dev.handrail.runbook.StepId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a button is about, as its value: {@code 42}, {@code 42:1:0:step}, or {@code 42:c0}.
 *
 * @param place the step that the button stood at; empty for a button of the incident as a whole
 * @param outcome the place of the outcome among the step's, from 0; empty for a button that is no outcome
 * @param candidate the place of the runbook among those that are offered, from 0; empty for a button that picks none
 */
public record Ticket(IncidentId incident, Optional<Place> place, OptionalInt outcome, OptionalInt candidate) {
    private static final int LONGEST_STEP = 500;
    private static final Pattern FORM = Pattern.compile(
            "([1-9][0-9]{0,17})(?::c(?<candidate>[0-9])|:([1-9][0-9]{0,8}):([0-9]{0,2}):([^\\p{Cntrl}]{1,500}))?");

    /** A step and how often it had been shown. */
    public record Place(StepId step, int attempt) {}

    public static Ticket of(IncidentId incident) {
        return new Ticket(incident, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    public static Ticket of(IncidentId incident, StepId step, int attempt) {
        if (step.value().length() > LONGEST_STEP) {
            throw new IllegalArgumentException(
                    "a step's name takes at most %d characters on a button, not '%s'".formatted(LONGEST_STEP, step));
        }
        return new Ticket(incident, Optional.of(new Place(step, attempt)), OptionalInt.empty(), OptionalInt.empty());
    }

    public Ticket withOutcome(int index) {
        return new Ticket(incident, place, OptionalInt.of(index), candidate);
    }

    public Ticket withCandidate(int index) {
        return new Ticket(incident, place, outcome, OptionalInt.of(index));
    }

    /** Returns the button's value. */
    public String encoded() {
        if (candidate.isPresent()) {
            return "%d:c%d".formatted(incident.value(), candidate.getAsInt());
        }
        return place.map(at -> "%d:%d:%s:%s"
                        .formatted(
                                incident.value(),
                                at.attempt(),
                                outcome.isPresent() ? outcome.getAsInt() : "",
                                at.step().value()))
                .orElseGet(() -> Long.toString(incident.value()));
    }

    /** Reads what {@link #encoded} wrote; empty if it is anything else. */
    public static Optional<Ticket> parse(String value) {
        var form = FORM.matcher(value);
        if (!form.matches()) {
            return Optional.empty();
        }
        var incident = new IncidentId(Long.parseLong(form.group(1)));
        if (form.group("candidate") != null) {
            return Optional.of(of(incident).withCandidate(Integer.parseInt(form.group("candidate"))));
        }
        var step = form.group(5);
        if (step == null) {
            return Optional.of(of(incident));
        }
        if (step.isBlank()) {
            return Optional.empty();
        }
        var ticket = of(incident, new StepId(step), Integer.parseInt(form.group(3)));
        var outcome = form.group(4);
        return Optional.of(outcome.isEmpty() ? ticket : ticket.withOutcome(Integer.parseInt(outcome)));
    }
}
