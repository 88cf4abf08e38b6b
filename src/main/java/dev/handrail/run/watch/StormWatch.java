package dev.handrail.run.watch;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.storm.StormAlert;
import dev.handrail.incident.storm.StormSettings;
import dev.handrail.platform.Json;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.run.Command;
import dev.handrail.run.arrival.AlertDesk;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.storm.Storms;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps storms up with the incidents that they are made of: shows on a storm's card what happened to its parts, says that it is
 * over once all of them are, and lets them stand for themselves once it is. It reads what is stored, so that neither a crash nor
 * another replica leaves a part behind; twice in a row it does nothing.
 */
@Singleton
public final class StormWatch implements Recurring {
    /** A hundred changes of its parts are one edit of a storm's card. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final int RELEASED_AT_ONCE = 500;

    private final Storms storms;
    private final AlertDesk desk;
    private final RunService runs;
    private final StormSettings settings;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("storms", LOOK_EVERY, this::look);

    StormWatch(Storms storms, AlertDesk desk, RunService runs, StormSettings settings, InstantSource clock) {
        this.storms = storms;
        this.desk = desk;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    /** Does what is left to do for every storm. */
    void look() {
        storms.unsettled().forEach(this::keep);
    }

    private void keep(Storms.Standing storm) {
        var fires = !storm.over() && storm.open() > 0;
        if (fires != storm.firing()) {
            say(storm, fires);
        }
        if (storm.over()) {
            release(storm.id());
        } else if (storm.changed()) {
            storms.touch(storm.id());
            runs.changed(storm.id());
        }
    }

    /** Through the same way in as any sender's word. */
    private void say(Storms.Standing storm, boolean fires) {
        var now = clock.instant();
        var why = "%d failures on %s are open again".formatted(storm.open(), storm.place());
        var alert =
                fires ? StormAlert.firing(storm.place(), why, settings, now) : StormAlert.resolved(storm.place(), now);
        desk.receive(new Incoming(StormAlert.SOURCE, Json.write(alert.labels()), List.of(alert), Optional.empty()));
        storms.said(storm.id(), fires);
    }

    private void release(IncidentId storm) {
        var parts = storms.unreleased(storm, RELEASED_AT_ONCE);
        var ends = new Command.Release("storm %s is over".formatted(storm));
        parts.forEach(part -> runs.handle(part, ends, () -> storms.released(part, storm)));
        if (parts.isEmpty()) {
            storms.settle(storm);
        }
    }
}
