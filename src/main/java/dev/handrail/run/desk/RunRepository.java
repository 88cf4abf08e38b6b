package dev.handrail.run.desk;

import dev.handrail.platform.rows.Column;
import dev.handrail.platform.rows.JdbcColumns;
import dev.handrail.platform.rows.JdbcRows;
import dev.handrail.platform.rows.JdbcTable;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where runs stand. By hand: every commit holds runs and moves them on. Every method joins the caller's transaction. */
@Connectable
@Singleton
class RunRepository {
    /**
     * @param openKey the incident's group key while it is open; absent afterwards
     * @param state a {@code RunState} as JSON; empty where a release that stored another form of it was the last to write
     * @param head the place of the timeline's last entry
     * @param dirtySince since when the Slack thread may not show the head; absent when it does
     */
    record Row(
            long incidentId,
            @Nullable String openKey,
            String planHash,
            String state,
            long head,
            String headHash,
            @Nullable Instant closedAt,
            @Nullable Instant dirtySince) {}

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.text("open_key", Row::openKey),
            Column.text("plan_hash", Row::planHash),
            Column.text("state", Row::state),
            Column.number("head", Row::head),
            Column.text("head_hash", Row::headHash),
            Column.time("closed_at", Row::closedAt),
            Column.time("dirty_since", Row::dirtySince),
            Column.number("incident_id", Row::incidentId));

    private static final JdbcTable<Row> RUNS = new JdbcTable<>("run", COLUMNS);

    private static final String CHANGE = """
            update run set open_key = ?, plan_hash = ?, state = ?, head = cast(? as bigint), head_hash = ?,
                closed_at = cast(? as timestamp with time zone), dirty_since = cast(? as timestamp with time zone)
            where incident_id = cast(? as bigint)""";

    private final JdbcOperations database;

    RunRepository(JdbcOperations database) {
        this.database = database;
    }

    void add(List<Row> rows) {
        RUNS.add(database, rows);
    }

    void change(List<Row> rows) {
        database.prepareStatement(CHANGE, statement -> {
            JdbcColumns.batch(statement, rows, COLUMNS);
            return statement.executeBatch().length;
        });
    }

    /** Returns when the last entry of each run's timeline happened. */
    Map<Long, Instant> last(Collection<Long> incidents) {
        var last = new HashMap<Long, Instant>();
        database.prepareStatement("""
                select r.incident_id, t.happened_at
                from run r join timeline t on t.incident_id = r.incident_id and t.place = r.head
                where r.incident_id = any(?)""", query -> {
            JdbcRows.numbers(query, 1, incidents);
            return JdbcRows.all(
                    query,
                    row -> last.put(
                            row.getLong("incident_id"),
                            JdbcRows.time(row, "happened_at").orElseThrow()));
        });
        return last;
    }

    Optional<Row> findById(long incident) {
        return all(List.of(incident)).stream().findFirst();
    }

    /** Reads runs, lowest number first, and holds them until the transaction ends: their events are handled one at a time. */
    List<Row> lock(Collection<Long> incidents) {
        return rows("select * from run where incident_id = any(?) order by incident_id for update", incidents);
    }

    List<Row> all(Collection<Long> incidents) {
        return rows("select * from run where incident_id = any(?)", incidents);
    }

    private List<Row> rows(String sql, Collection<Long> incidents) {
        return database.prepareStatement(sql, query -> {
            JdbcRows.numbers(query, 1, incidents);
            return JdbcRows.all(query, RunRepository::row);
        });
    }

    Optional<Row> findOpen(String openKey) {
        return database.prepareStatement("select * from run where open_key = ?", query -> {
            query.setString(1, openKey);
            return JdbcRows.all(query, RunRepository::row).stream().findFirst();
        });
    }

    List<Long> dirty(int limit) {
        var sql = "select incident_id from run where dirty_since is not null order by dirty_since limit ?";
        return database.prepareStatement(sql, query -> {
            query.setInt(1, limit);
            return numbers(query);
        });
    }

    /** Returns open runs whose thread has been behind for so long, the longest waiting first. */
    List<Row> unshownSince(Instant before) {
        var sql = "select * from run where dirty_since <= ? and closed_at is null order by dirty_since";
        return database.prepareStatement(sql, query -> {
            query.setObject(1, before.atOffset(ZoneOffset.UTC));
            return JdbcRows.all(query, RunRepository::row);
        });
    }

    /** Returns how many runs still have that head, and are clean now. */
    int clean(long incident, long head) {
        var sql = "update run set dirty_since = null where incident_id = ? and head = ?";
        return database.prepareStatement(sql, update -> {
            update.setLong(1, incident);
            update.setLong(2, head);
            return update.executeUpdate();
        });
    }

    List<Long> open() {
        return database.prepareStatement(
                "select incident_id from run where closed_at is null order by incident_id", RunRepository::numbers);
    }

    private static List<Long> numbers(PreparedStatement query) throws SQLException {
        return JdbcRows.all(query, row -> row.getLong("incident_id"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("incident_id"),
                row.getString("open_key"),
                row.getString("plan_hash"),
                row.getString("state"),
                row.getLong("head"),
                row.getString("head_hash"),
                JdbcRows.time(row, "closed_at").orElse(null),
                JdbcRows.time(row, "dirty_since").orElse(null));
    }
}
