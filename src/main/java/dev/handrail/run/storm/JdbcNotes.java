package dev.handrail.run.storm;

import dev.handrail.platform.rows.Column;
import dev.handrail.platform.rows.JdbcRows;
import dev.handrail.platform.rows.JdbcTable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what a commit says of storms, many rows by one statement. Joins the caller's transaction. */
@Singleton
class JdbcNotes {
    private static final JdbcTable<TraceRepository.Row> TRACES = new JdbcTable<>(
            "storm_trace",
            List.of(
                    Column.number("incident_id", TraceRepository.Row::incidentId),
                    Column.text("mode", TraceRepository.Row::mode),
                    Column.text("places", TraceRepository.Row::places),
                    Column.time("opened_at", TraceRepository.Row::openedAt)));

    private static final JdbcTable<PartRepository.Row> PARTS = new JdbcTable<>(
            "storm_part",
            List.of(
                    Column.number("incident_id", PartRepository.Row::incidentId),
                    Column.number("storm_id", PartRepository.Row::stormId),
                    Column.text("mode", PartRepository.Row::mode),
                    Column.flag("released", PartRepository.Row::released)));

    private final JdbcOperations database;

    JdbcNotes(JdbcOperations database) {
        this.database = database;
    }

    void traces(List<TraceRepository.Row> rows) {
        TRACES.add(database, rows);
    }

    /** Keeps parts; one that was a part before is written over. */
    void parts(Collection<PartRepository.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var known = known(rows);
        change(rows.stream().filter(row -> known.contains(row.incidentId())).toList());
        PARTS.add(
                database,
                rows.stream().filter(row -> !known.contains(row.incidentId())).toList());
    }

    private Set<Long> known(Collection<PartRepository.Row> rows) {
        return database.prepareStatement("select incident_id from storm_part where incident_id = any(?)", query -> {
            JdbcRows.numbers(
                    query, 1, rows.stream().map(PartRepository.Row::incidentId).toList());
            return new HashSet<>(JdbcRows.all(query, row -> row.getLong("incident_id")));
        });
    }

    private void change(List<PartRepository.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var sql = "update storm_part set storm_id = ?, mode = ?, released = ? where incident_id = ?";
        database.prepareStatement(sql, update -> {
            for (var row : rows) {
                update.setLong(1, row.stormId());
                update.setString(2, row.mode());
                update.setBoolean(3, row.released());
                update.setLong(4, row.incidentId());
                update.addBatch();
            }
            return update.executeBatch();
        });
    }
}
