package dev.handrail.web.timeline;

import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.fact.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an incident's timeline says at a glance. */
public final class Facts {
    private Facts() {}

    /** Returns when a person first took it, in whatever way; empty while nobody has. */
    public static Optional<Instant> acknowledgedAt(IncidentView view) {
        return view.timeline().stream()
                .filter(happened -> isTaking(happened.event()))
                .map(Happened::at)
                .findFirst();
    }

    /** Returns how many different steps were answered. */
    public static long stepsDone(IncidentView view) {
        return view.timeline().stream()
                .map(Happened::event)
                .filter(RunEvent.Answered.class::isInstance)
                .map(RunEvent.Answered.class::cast)
                .map(RunEvent.Answered::step)
                .distinct()
                .count();
    }

    /** Returns that its source flaps, and what comes of it; empty while it does not. */
    public static Optional<String> flapping(IncidentView view) {
        var condition = view.state().condition();
        return condition.flapping().map(flapping -> {
            var last = condition.changes().isEmpty()
                    ? flapping.first()
                    : condition.changes().getLast();
            return "Flapping: %d changes in %s; held until the source stays quiet, or keeps firing, for %s."
                    .formatted(
                            flapping.changes(),
                            Times.length(Duration.between(flapping.first(), last)),
                            Times.length(Condition.STEADY));
        });
    }

    /** Returns why it is a part of a storm; empty where it stands for itself. */
    public static Optional<String> whyGathered(IncidentView view) {
        return view.state()
                .gathering()
                .flatMap(_ -> view.timeline().reversed().stream()
                        .flatMap(happened -> happened.event() instanceof RunEvent.Gathered gathered
                                ? Optional.of(gathered.why()).stream()
                                : Optional.<String>empty().stream())
                        .findFirst());
    }

    /** Returns who answers for it now, by name, and why where that is not the runbook's owner. */
    public static String owner(IncidentView view) {
        var step = view.state().step();
        return view.plan().ownerAt(step) + (view.plan().stepOwner(step).isPresent() ? " (owner of the step)" : "");
    }

    /** Returns the stable name of where a run stands, as the API says it. */
    public static String name(Position position) {
        return switch (position) {
            case Position.Offered _ -> "offered";
            case Position.OnStep _ -> "on_step";
            case Position.Waiting _ -> "waiting";
            case Position.Escalated _ -> "escalated";
            case Position.HandedOff _ -> "handed_off";
            case Position.Finished _ -> "finished";
        };
    }

    private static boolean isTaking(RunEvent event) {
        return event instanceof RunEvent.Acknowledged
                || event instanceof RunEvent.TookOver
                || event instanceof RunEvent.PageTaken;
    }
}
