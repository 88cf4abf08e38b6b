package dev.handrail.run;

import dev.handrail.incident.Incident;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.incident.storm.Place;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.fact.Precedent;
import dev.handrail.run.fact.Telling;
import java.util.List;
import java.util.Optional;

/**
 * Everything that people are shown of an incident, read at one moment.
 *
 * @param timeline oldest first, never empty
 * @param storm what it gathers; empty for an incident that is no storm, and in lists
 * @param precedents what it is like, for an unknown failure that goes on; none in lists
 * @param tellings what became of telling contacts outside Slack; none in lists
 */
public record IncidentView(
        Incident incident,
        Plan plan,
        RunState state,
        AlertSummary alerts,
        List<Happened> timeline,
        Optional<StormView> storm,
        List<Precedent> precedents,
        List<Telling> tellings) {
    public IncidentView {
        tellings = List.copyOf(tellings);
        timeline = List.copyOf(timeline);
        precedents = List.copyOf(precedents);
    }

    public IncidentView(
            Incident incident,
            Plan plan,
            RunState state,
            AlertSummary alerts,
            List<Happened> timeline,
            Optional<StormView> storm) {
        this(incident, plan, state, alerts, timeline, storm, List.of(), List.of());
    }

    public IncidentView(Incident incident, Plan plan, RunState state, AlertSummary alerts, List<Happened> timeline) {
        this(incident, plan, state, alerts, timeline, Optional.empty());
    }

    public IncidentView with(StormView parts) {
        return new IncidentView(incident, plan, state, alerts, timeline, Optional.of(parts), precedents, tellings);
    }

    public IncidentView with(List<Precedent> found) {
        return new IncidentView(incident, plan, state, alerts, timeline, storm, found, tellings);
    }

    public IncidentView told(List<Telling> found) {
        return new IncidentView(incident, plan, state, alerts, timeline, storm, precedents, found);
    }

    /** Says whether somebody was to be told outside Slack. */
    public boolean tellsOutside() {
        return timeline.stream()
                .anyMatch(happened -> happened.event() instanceof RunEvent.LevelTold told
                        && told.tell().stream().anyMatch(Contact.Outside.class::isInstance));
    }

    /** What an incident is to people. */
    public enum Kind {
        /** Something fails, and people are told. */
        REAL,
        /** A run on a made-up alert: marked wherever it is shown, pages nobody, counted nowhere. */
        DRILL,
        /** Something fails, and everything is decided and recorded, but nobody is told: Handrail is being tried. */
        SHADOW;

        /** Says whether anybody is paged. */
        public boolean pages() {
            return this == REAL;
        }
    }

    public Kind kind() {
        return switch (timeline.getFirst().event()) {
            case RunEvent.Opened opened when opened.drill() -> Kind.DRILL;
            case RunEvent.Opened opened when opened.shadow() -> Kind.SHADOW;
            case RunEvent _ -> Kind.REAL;
        };
    }

    /** Says whether it is a run on a made-up alert: marked wherever it is shown, and counted nowhere. */
    public boolean isDrill() {
        return kind() == Kind.DRILL;
    }

    /** Returns the position of the last event: what a rendering of this view is up to date with. */
    public long position() {
        return timeline.getLast().position();
    }

    /**
     * What people are shown of the incidents that a storm gathers.
     *
     * @param version grows with whatever happens to any of them
     * @param first the first of them, the open ones before the others
     */
    public record StormView(Place place, Counts counts, long version, List<Part> first) {
        public StormView {
            first = List.copyOf(first);
        }

        /** Returns {@code 14 failure modes on system erp-netsuite: 9 of 14 incidents open}. */
        public String words() {
            return "%d failure %s on %s: %d of %d incidents open"
                    .formatted(
                            counts.modes(),
                            counts.modes() == 1 ? "mode" : "modes",
                            place,
                            counts.open(),
                            counts.incidents());
        }

        /** How many incidents it has, of how many failure modes, and how many of them are open. */
        public record Counts(long incidents, long modes, long open) {}

        /** @param title of its runbook, or its alert's name where none is known */
        public record Part(IncidentId id, String title, boolean isKnown, RunState state) {
            /** Returns where it stands, in a few words. */
            public String words() {
                var by = state.responder().map(Person::name).orElse("nobody");
                return switch (state.position()) {
                    case Position.Offered _, Position.Escalated _
                    when state.condition().calmSince().isPresent() -> "the source says that it is over";
                    case Position.Offered _, Position.Escalated _ -> "nobody is on it";
                    case Position.OnStep _ -> by + " walks it";
                    case Position.Waiting _ -> by + " waits";
                    case Position.HandedOff now -> now.to().name() + " has it";
                    case Position.Finished _ -> "over";
                };
            }
        }
    }
}
