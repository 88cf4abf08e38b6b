package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.Grouping.Candidate;
import dev.handrail.incident.alerts.Grouping.Known;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.KeptAlert.Report;
import dev.handrail.incident.alerts.Tally;
import dev.handrail.platform.Sha256;
import dev.handrail.run.Command;
import dev.handrail.run.reception.Opening.Aim;
import dev.handrail.run.silence.Hold;
import dev.handrail.run.silence.Holds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What one commit knows and changes: read once at its beginning, and written once at its end. */
final class Batch {
    private final Map<String, KeptAlert> known = new HashMap<>();
    private final Map<String, KeptAlert> rows = new HashMap<>();
    private final Map<IncidentId, Candidate> candidates = new HashMap<>();
    private final Map<String, IncidentId> newest = new HashMap<>();
    private final Map<IncidentId, Tally> tallies = new HashMap<>();
    private final Map<String, KeptAlert> changed = new LinkedHashMap<>();
    private final Set<IncidentId> beside = new HashSet<>();
    private final SortedMap<IncidentId, Touch> touches = new TreeMap<>(Comparator.comparingLong(IncidentId::value));
    private Supplier<Holds> holds = () -> Holds.NONE;

    /** @param newestOf the newest incident of each group */
    Batch(List<KeptAlert> alerts, Map<String, IncidentId> newestOf, Map<IncidentId, Candidate> incidents) {
        alerts.forEach(alert -> known.put(alert.key(), alert));
        remember(alerts);
        newest.putAll(newestOf);
        candidates.putAll(incidents);
    }

    /** Has what would open an incident, and something holds it, kept until then. */
    void heldBy(Supplier<Holds> now) {
        holds = now;
    }

    /** Keeps an alert, and returns why, if something holds it now. */
    Optional<String> hold(Alert alert, Aim aim, Report report) {
        if (Opening.isOurs(alert, aim)) {
            return Optional.empty();
        }
        var last = Optional.ofNullable(known.get(KeptAlert.key(alert)));
        var hold = holds.get().over(alert, aim.flow(alert));
        hold.ifPresent(found -> keep(found.keep(alert, last, report)));
        return hold.map(Hold::why);
    }

    void sumUp(Map<IncidentId, Tally> stored) {
        tallies.putAll(stored);
    }

    Optional<Known> known(Alert alert) {
        return Optional.ofNullable(known.get(KeptAlert.key(alert)))
                .map(last -> new Known(last, last.incident().flatMap(this::candidate)));
    }

    Optional<Candidate> newest(String groupKey) {
        return Optional.ofNullable(newest.get(groupKey)).flatMap(this::candidate);
    }

    private Optional<Candidate> candidate(IncidentId id) {
        return Optional.ofNullable(candidates.get(id));
    }

    void opened(String groupKey, Candidate incident) {
        newest.put(groupKey, incident.id());
        tallies.put(incident.id(), Tally.NONE);
        open(incident);
    }

    void reopened(IncidentId id) {
        candidate(id).ifPresent(closed -> open(new Candidate(id, Optional.empty(), closed.reopenWithin())));
    }

    private void open(Candidate incident) {
        candidates.put(incident.id(), incident);
    }

    /** Notes what is kept of the same alerts in incidents that did not hold them last. */
    void remember(List<KeptAlert> alerts) {
        alerts.forEach(alert -> rows.put(slot(alert), alert));
    }

    /** Keeps an alert in an incident, over what is kept of it there; the object that it is about stays what it was. */
    void keepIn(IncidentId id, Alert alert, Optional<String> item, Report report) {
        var there = Optional.ofNullable(rows.get(KeptAlert.key(alert) + "\n" + Optional.of(id)));
        var row = there.or(() -> Optional.ofNullable(known.get(KeptAlert.key(alert)))
                .filter(last -> last.incident().isEmpty()));
        keep(new KeptAlert(
                row.map(KeptAlert::id).orElse(0L),
                Optional.of(id),
                alert,
                item.or(() -> there.flatMap(KeptAlert::item)),
                report,
                Optional.empty()));
    }

    private static String slot(KeptAlert alert) {
        return alert.key() + "\n" + alert.incident();
    }

    /** Keeps an alert; one that its incident has not held yet begins anew there. */
    void keep(KeptAlert now) {
        var before = Optional.ofNullable(known.put(now.key(), now));
        before.filter(last -> last.id() == 0 && last.incident().isEmpty())
                .ifPresent(last -> changed.remove(slot(last)));
        changed.put(slot(now), now);
        var same = Optional.ofNullable(rows.put(slot(now), now));
        now.incident().ifPresent(id -> {
            tallies.put(id, tally(id).with(same, now));
            touches.computeIfAbsent(id, _ -> new Touch()).add(now, same.isEmpty());
        });
    }

    /** Lets go of an alert that was held where it is, for it begins anew in another incident. */
    void release(Alert alert, IncidentId elsewhere) {
        var last = known.get(KeptAlert.key(alert));
        if (last != null
                && last.heldUntil().isPresent()
                && last.incident().filter(id -> !id.equals(elsewhere)).isPresent()) {
            changed.put(slot(last), last.released());
        }
    }

    Collection<KeptAlert> changed() {
        return changed.values();
    }

    Tally tally(IncidentId id) {
        return tallies.getOrDefault(id, Tally.NONE);
    }

    /** Returns the tallies of what was touched. */
    Map<IncidentId, Tally> tallies() {
        var now = new HashMap<IncidentId, Tally>();
        touches.keySet().forEach(id -> now.put(id, tally(id)));
        return now;
    }

    /** Notes an incident that changes without an alert of its own. */
    void touch(IncidentId id) {
        beside.add(id);
    }

    /** Returns every incident that changes. */
    Set<IncidentId> touched() {
        var all = new HashSet<>(beside);
        all.addAll(touches.keySet());
        return all;
    }

    /** Returns what is new of each incident, lowest number first: rows are locked in one order everywhere. */
    SortedMap<IncidentId, Touch> touches() {
        return touches;
    }

    /** What one commit means to one incident. */
    static final class Touch {
        private final List<String> joined = new ArrayList<>();

        void add(KeptAlert alert, boolean isNew) {
            if (isNew) {
                joined.add(alert.key());
            }
        }

        /** @param alerts of the incident, after the commit */
        List<Command> commands(Tally alerts) {
            var commands = new ArrayList<Command>();
            if (!joined.isEmpty()) {
                commands.add(new Command.JoinAlerts(joined.size(), Sha256.of(String.join("\n", joined))));
            }
            commands.add(alerts.firing() > 0 ? new Command.SourceFires() : new Command.SourceResolves());
            return commands;
        }
    }
}
