package dev.handrail.incident;

import dev.handrail.runbook.Revision;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When runbooks were drilled: the record of runs on made-up alerts, which count in no figure. */
@Singleton
public final class LastDrills {
    private final DrillRepository drills;

    LastDrills(DrillRepository drills) {
        this.drills = drills;
    }

    /**
     * One drill.
     *
     * @param incident where it is walked
     * @param runbook its id
     * @param revision the one that was drilled: a later one has not been
     */
    public record Drill(IncidentId incident, String runbook, Revision revision, Instant begunAt) {}

    /** Returns the last drill of a runbook, by its id. */
    public Optional<Drill> of(String runbook) {
        return drills.last(runbook).map(LastDrills::drill);
    }

    /** Returns drills, newest first: those of one runbook, or of all. */
    public List<Drill> newest(Optional<String> runbook, int limit) {
        return runbook.map(id -> drills.newestOf(id, limit)).orElseGet(() -> drills.newest(limit)).stream()
                .map(LastDrills::drill)
                .toList();
    }

    public boolean isDrill(IncidentId incident) {
        return drills.existsById(incident.value());
    }

    /** Records a drill, inside the caller's transaction. */
    public void record(Drill drill) {
        drills.save(new DrillRepository.Row(
                drill.incident().value(), drill.runbook(), drill.revision().value(), drill.begunAt()));
    }

    private static Drill drill(DrillRepository.Row row) {
        return new Drill(new IncidentId(row.incidentId()), row.runbook(), new Revision(row.revision()), row.begunAt());
    }
}
