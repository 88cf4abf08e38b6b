package dev.handrail.run.storm;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.storm.Failing;
import dev.handrail.incident.storm.Place;
import dev.handrail.incident.storm.Storm;
import dev.handrail.incident.storm.Storm.Recent;
import dev.handrail.incident.storm.Storm.Verdict;
import dev.handrail.incident.storm.StormSettings;
import dev.handrail.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what opens, for the one writer of alerts in this process. In calm weather that costs one read for each commit that opens
 * anything: what other replicas opened. Only what looks like a storm is looked up. Joins the caller's transaction.
 */
@Singleton
public final class StormBook {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final TraceRepository traces;
    private final StormRepository storms;
    private final PartRepository parts;
    private final JdbcNotes notes;
    private final StormSettings settings;
    private final List<TraceRepository.Row> unsaved = new ArrayList<>();
    private final Map<Place, IncidentId> open = new HashMap<>();
    private final Map<IncidentId, PartRepository.Row> partsNow = new LinkedHashMap<>();
    private Lately lately = new Lately();
    private Lately now = new Lately();
    private Instant forgotten = Instant.EPOCH;
    private long last;
    private boolean fresh;

    StormBook(
            TraceRepository traces,
            StormRepository storms,
            PartRepository parts,
            JdbcNotes notes,
            StormSettings settings) {
        this.traces = traces;
        this.storms = storms;
        this.parts = parts;
        this.notes = notes;
        this.settings = settings;
    }

    public StormSettings settings() {
        return settings;
    }

    /** Begins a transaction, also one that is done again: what was noted in one that failed never was. */
    public void begin() {
        unsaved.clear();
        now = new Lately();
        partsNow.clear();
        fresh = false;
    }

    /** Says what an incident that is about to open has to do with a storm. */
    public Verdict judge(Failing failing) {
        refresh(failing.at());
        var candidates = new HashMap<>(lately.in(failing.places()));
        var opening = now.in(failing.places());
        candidates.putAll(opening);
        var assumed = candidates.entrySet().stream()
                .map(one -> new Recent(one.getKey(), one.getValue(), Optional.empty()))
                .toList();
        var verdict = Storm.judge(failing, assumed, open, settings);
        return verdict instanceof Verdict.Begins
                ? Storm.judge(failing, standing(candidates, opening.keySet()), open, settings)
                : verdict;
    }

    /**
     * Returns those that are open still, with the storm that each is a part of.
     *
     * @param opening those of this transaction: what comes of them is not stored yet
     */
    private List<Recent> standing(Map<IncidentId, Failing> candidates, Set<IncidentId> opening) {
        var ids = candidates.keySet().stream().map(IncidentId::value).toArray(Long[]::new);
        var storm = new HashMap<IncidentId, Optional<IncidentId>>();
        parts.open(ids)
                .forEach(row -> storm.put(
                        new IncidentId(row.incidentId()),
                        Optional.ofNullable(row.stormId()).map(IncidentId::new)));
        opening.forEach(id -> storm.put(id, Optional.empty()));
        storm.replaceAll((id, stored) -> Optional.ofNullable(partsNow.get(id))
                .map(part -> new IncidentId(part.stormId()))
                .or(() -> stored));
        return candidates.entrySet().stream()
                .flatMap(one -> Optional.ofNullable(storm.get(one.getKey())).stream()
                        .map(part -> new Recent(one.getKey(), one.getValue(), part)))
                .toList();
    }

    private void refresh(Instant at) {
        if (fresh) {
            return;
        }
        var since = at.minus(settings.within());
        for (var row : traces.after(last, since)) {
            lately.add(new IncidentId(row.incidentId()), failing(row));
            last = Math.max(last, row.id() == null ? 0 : row.id());
        }
        if (forgotten.isBefore(since)) {
            lately.forgetBefore(since);
            forgotten = at;
        }
        open.clear();
        storms.open().forEach(row -> open.put(Place.of(row.place()), new IncidentId(row.incidentId())));
        fresh = true;
    }

    private static Failing failing(TraceRepository.Row row) {
        var places = Json.read(row.places(), NAMES).stream().map(Place::of).toList();
        return new Failing(row.mode(), places, row.openedAt());
    }

    /** Returns an incident as one that fails again. */
    public Optional<Failing> again(IncidentId id, Instant at) {
        return traces.of(id.value()).stream()
                .map(StormBook::failing)
                .map(before -> new Failing(before.mode(), before.places(), at))
                .findFirst();
    }

    /** Notes that an incident has opened, for those that open after it. */
    public void note(IncidentId id, Failing failing) {
        var places = Json.write(failing.places().stream().map(Place::encoded).toList());
        unsaved.add(new TraceRepository.Row(null, id.value(), failing.mode(), places, failing.at()));
        now.add(id, failing);
    }

    /** Notes that an incident stands for a storm. */
    public void begun(IncidentId storm, Place place) {
        var row = new StormRepository.Row(storm.value(), place.encoded(), true, 0, false);
        if (storms.findById(storm.value()).isPresent()) {
            storms.update(row);
        } else {
            storms.save(row);
        }
        open.put(place, storm);
    }

    /** Notes that an incident is a part of a storm. */
    public void gathered(IncidentId id, IncidentId storm, String mode) {
        partsNow.put(id, new PartRepository.Row(id.value(), storm.value(), mode, false));
    }

    /** Ends a transaction: what it noted is written at once. */
    public void write() {
        notes.traces(unsaved);
        notes.parts(partsNow.values());
    }
}
