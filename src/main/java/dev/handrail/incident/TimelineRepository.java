package dev.handrail.incident;

import dev.handrail.platform.rows.Column;
import dev.handrail.platform.rows.JdbcRows;
import dev.handrail.platform.rows.JdbcTable;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The entries of timelines. There is no way to change one. By hand: every commit adds to them. Joins the caller's transaction. */
@Connectable
@Singleton
class TimelineRepository {
    record Row(long incidentId, long place, Instant happenedAt, String body, String hash) {}

    private static final JdbcTable<Row> TIMELINE = new JdbcTable<>(
            "timeline",
            List.of(
                    Column.number("incident_id", Row::incidentId),
                    Column.number("place", Row::place),
                    Column.time("happened_at", Row::happenedAt),
                    Column.text("body", Row::body),
                    Column.text("hash", Row::hash)));

    private final JdbcOperations database;

    TimelineRepository(JdbcOperations database) {
        this.database = database;
    }

    void add(List<Row> rows) {
        TIMELINE.add(database, rows);
    }

    /** Returns the entries of an incident from {@code place} on, oldest first. */
    List<Row> from(long incidentId, long place) {
        var entries = "select * from timeline where incident_id = ? and place >= ? order by place";
        return database.prepareStatement(entries, query -> {
            query.setLong(1, incidentId);
            query.setLong(2, place);
            return JdbcRows.all(query, TimelineRepository::row);
        });
    }

    Optional<Row> find(long incidentId, long place) {
        return database.prepareStatement("select * from timeline where incident_id = ? and place = ?", query -> {
            query.setLong(1, incidentId);
            query.setLong(2, place);
            return JdbcRows.all(query, TimelineRepository::row).stream().findFirst();
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("incident_id"),
                row.getLong("place"),
                JdbcRows.time(row, "happened_at").orElseThrow(),
                row.getString("body"),
                row.getString("hash"));
    }
}
