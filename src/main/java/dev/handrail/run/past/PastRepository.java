package dev.handrail.run.past;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.platform.rows.JdbcRows;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The incidents before another. Joins the caller's transaction. */
@Connectable
@Singleton
class PastRepository {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Reads so many rows of each table by its key, however many there are. */
    private static final String CLOSED = """
            select i.id, i.title, t.labels, t.annotations
            from (select id, title from incident where id < ? order by id desc limit ?) i
                join run r on r.incident_id = i.id
                join alert_tally t on t.incident_id = i.id
                left join drill d on d.incident_id = i.id
                left join merged m on m.incident_id = i.id
            where r.closed_at < ? and d.incident_id is null and m.incident_id is null
            order by i.id desc""";

    private final JdbcOperations database;

    PastRepository(JdbcOperations database) {
        this.database = database;
    }

    /** Returns those of the {@code last} incidents before one that were over by a time, newest first; no drills, and none that went on elsewhere. */
    List<Past> before(IncidentId id, Instant time, int last) {
        return database.prepareStatement(CLOSED, query -> {
            query.setLong(1, id.value());
            query.setInt(2, last);
            query.setObject(3, time.atOffset(ZoneOffset.UTC));
            return JdbcRows.all(
                    query,
                    row -> new Past(
                            new IncidentId(row.getLong("id")),
                            row.getString("title"),
                            Json.read(row.getString("labels"), TEXTS),
                            Json.read(row.getString("annotations"), TEXTS)));
        });
    }
}
