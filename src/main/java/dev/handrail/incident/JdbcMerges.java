package dev.handrail.incident;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/** Which incidents were merged, and where they go on. Joins the caller's transaction. */
@Singleton
public class JdbcMerges {
    private final JdbcOperations database;

    JdbcMerges(JdbcOperations database) {
        this.database = database;
    }

    /** Notes that an incident goes on in another, and with it all that had been merged into it. */
    public void add(IncidentId merged, IncidentId into) {
        database.prepareStatement("update merged set into_id = ? where into_id = ?", update -> {
            update.setLong(1, into.value());
            update.setLong(2, merged.value());
            return update.executeUpdate();
        });
        database.prepareStatement("insert into merged (incident_id, into_id) values (?, ?)", insert -> {
            insert.setLong(1, merged.value());
            insert.setLong(2, into.value());
            return insert.executeUpdate();
        });
    }
}
