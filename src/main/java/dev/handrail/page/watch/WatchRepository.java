package dev.handrail.page.watch;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.rows.JdbcRows;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What tells that something stands still. The clocks are db-scheduler's: a task is named after its incident and a point. */
@Connectable
@Singleton
class WatchRepository {
    /** A clock that failed is tried again every 5 s: this is a minute. */
    private static final int MANY_FAILURES = 12;

    /** By the open key, which has an index: most runs are over and have none. */
    private static final String MISSING = """
            select incident_id from run
            where open_key is not null and incident_id not in (
                select cast(substring(task_instance || '.' from 1 for position('.' in task_instance || '.') - 1) as bigint)
                from scheduled_tasks where task_name = 'clock')
            order by incident_id""";

    private static final String LATE = """
            select count(*) as late from scheduled_tasks
            where task_name = 'clock' and (execution_time < ? or consecutive_failures >= ?)""";

    private static final String BEHIND =
            "select incident_id from run where dirty_since <= ? order by dirty_since limit 1";

    private final JdbcOperations database;

    WatchRepository(JdbcOperations database) {
        this.database = database;
    }

    /** Returns the open incidents that no clock would bring back, lowest number first. */
    List<IncidentId> missing() {
        return database.prepareStatement(
                MISSING, query -> JdbcRows.all(query, row -> new IncidentId(row.getLong("incident_id"))));
    }

    /** Returns how many clocks should have struck before {@code bound} and have not, or fail again and again. */
    long late(Instant bound) {
        return database.prepareStatement(LATE, query -> {
            query.setObject(1, bound.atOffset(ZoneOffset.UTC));
            query.setInt(2, MANY_FAILURES);
            return JdbcRows.all(query, row -> row.getLong("late")).getFirst();
        });
    }

    /** Returns the incident whose Slack thread has been behind for longest, since {@code bound} or longer. */
    Optional<IncidentId> behind(Instant bound) {
        return database.prepareStatement(BEHIND, query -> {
            query.setObject(1, bound.atOffset(ZoneOffset.UTC));
            return JdbcRows.all(query, row -> new IncidentId(row.getLong("incident_id"))).stream()
                    .findFirst();
        });
    }
}
