package dev.handrail.run.storm;

import dev.handrail.platform.rows.Column;
import dev.handrail.platform.rows.JdbcTable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

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
        PARTS.put(database, rows);
    }
}
