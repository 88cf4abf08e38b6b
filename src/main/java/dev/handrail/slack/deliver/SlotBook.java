package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import dev.handrail.slack.deliver.SlotRepository.Row;
import dev.handrail.slack.lease.Lease;
import java.util.HashMap;
import java.util.Map;

/** The rows of one incident during one pass. Each change is stored before it is relied on. */
final class SlotBook {
    private final SlotRepository rows;
    private final Lease lease;
    private final IncidentId incident;
    private final Map<String, Row> bySlot = new HashMap<>();

    SlotBook(SlotRepository rows, Lease lease, IncidentId incident) {
        this.rows = rows;
        this.lease = lease;
        this.incident = incident;
        rows.of(incident.value()).forEach(row -> bySlot.put(row.slot(), row));
    }

    IncidentId incident() {
        return incident;
    }

    Row row(String slot) {
        var row = bySlot.get(slot);
        return row == null ? Row.of(incident.value(), slot) : row;
    }

    Row keep(Row row) {
        var kept = lease.store(() -> row.id() == null ? rows.save(row) : rows.update(row));
        bySlot.put(kept.slot(), kept);
        return kept;
    }
}
