package dev.handrail.web.page;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Revision;
import dev.handrail.web.timeline.EventWords;
import dev.handrail.web.timeline.Times;
import dev.handrail.web.timeline.Told;
import java.time.Instant;
import java.util.Map;

/**
 * An entry of a timeline, to be read.
 *
 * @param mark which sign stands beside it, as a CSS class
 * @param told what happened
 * @param step the step's title; may be empty
 * @param seal the entry's revision and hash, for whoever checks
 */
public record TimelineRow(Moment when, String mark, Told told, String step, Seal seal) {
    /** @param offset since the incident was opened: {@code +04:12} */
    public record Moment(String iso, String clock, String offset) {}

    /**
     * What pins an entry down.
     *
     * @param revision abbreviated; may be empty
     */
    public record Seal(long position, String revision, String hash) {
        /** Returns enough of the hash for people to compare. */
        public String abbreviated() {
            return hash.substring(0, Math.min(8, hash.length()));
        }
    }

    static TimelineRow of(IncidentView view, Happened happened, Map<Long, String> hashes) {
        var told = EventWords.tell(happened.event(), view.kind());
        var step = told.step().map(view.plan()::title).orElse("");
        var revision = told.revision().map(Revision::abbreviated).orElse("");
        var seal = new Seal(happened.position(), revision, hashes.getOrDefault(happened.position(), ""));
        return new TimelineRow(
                moment(view.incident().openedAt(), happened.at()), mark(happened.event()), told, step, seal);
    }

    /** Returns the name of whoever did it. */
    public String actor() {
        return told.who().map(Person::name).orElse("Handrail");
    }

    private static Moment moment(Instant opened, Instant at) {
        return new Moment(at.toString(), Times.clock(at), Times.offset(opened, at));
    }

    private static String mark(RunEvent event) {
        return switch (event) {
            case RunEvent.Escalated _, RunEvent.LevelTold _, RunEvent.Reminded _, RunEvent.Reopened _ -> "urgent";
            case RunEvent.Finished _, RunEvent.SourceResolved _ -> "calm";
            case RunEvent.Acknowledged _,
                    RunEvent.TookOver _,
                    RunEvent.Answered _,
                    RunEvent.TryStarted _,
                    RunEvent.PageTaken _,
                    RunEvent.StillOnIt _,
                    RunEvent.StepReported _,
                    RunEvent.RevisionSwitched _,
                    RunEvent.RunbookPicked _,
                    RunEvent.CandidatesDeclined _,
                    Act _ -> "person";
            case RunEvent.Opened _,
                    RunEvent.AlertsJoined _,
                    RunEvent.StepShown _,
                    RunEvent.WaitBegan _,
                    RunEvent.WaitEnded _,
                    RunEvent.BackoffEnded _,
                    RunEvent.SourceFiredAgain _,
                    RunEvent.NewerRevision _,
                    RunEvent.Held _ -> "machine";
        };
    }
}
