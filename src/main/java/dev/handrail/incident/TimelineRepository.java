package dev.handrail.incident;

import dev.handrail.platform.JdbcColumns;
import dev.handrail.platform.JdbcRows;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entries of timelines. There is no way to change one. By hand: every commit adds to them. Joins the caller's transaction. */
@Connectable
@Singleton
class TimelineRepository {
    record Row(long incidentId, long place, Instant happenedAt, String body, String hash) {}

    private static final String ADD = """
            insert into timeline (incident_id, place, happened_at, body, hash)
            select cast(incident_id as bigint), cast(place as bigint), cast(happened_at as timestamp with time zone), body, hash
            from unnest(?, ?, ?, ?, ?) as added (incident_id, place, happened_at, body, hash)""";

    private static final List<Function<Row, @Nullable Object>> COLUMNS =
            List.of(Row::incidentId, Row::place, Row::happenedAt, Row::body, Row::hash);

    private final JdbcOperations database;

    TimelineRepository(JdbcOperations database) {
        this.database = database;
    }

    void add(List<Row> rows) {
        database.prepareStatement(ADD, statement -> {
            JdbcColumns.set(statement, rows, COLUMNS);
            return statement.executeUpdate();
        });
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
