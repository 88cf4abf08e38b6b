package dev.handrail.incident.alerts;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.WorkList.Item;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The work lists of incidents, as their alerts say them. Joins the caller's transaction. */
@Singleton
public class WorkListRepository {
    private static final int NEXT = 5;

    private final JdbcOperations database;

    WorkListRepository(JdbcOperations database) {
        this.database = database;
    }

    public WorkList of(IncidentId incident) {
        var counted = database.prepareStatement("""
                select count(*) as total, count(case when firing > 0 then 1 end) as open
                from (select sum(case when firing then 1 else 0 end) as firing
                      from alert where incident_id = ? and item is not null group by item) as items""", query -> {
            query.setLong(1, incident.value());
            try (var row = query.executeQuery()) {
                row.next();
                return new WorkList(row.getInt("total"), row.getInt("open"), List.of());
            }
        });
        return counted.isEmpty()
                ? WorkList.NONE
                : new WorkList(counted.total(), counted.open(), page(incident, 0, Math.min(NEXT, counted.open())));
    }

    /** Returns items, those that fail first, the longest first. */
    public List<Item> page(IncidentId incident, int offset, int limit) {
        return database.prepareStatement("""
                select item, sum(case when firing then 1 else 0 end) as firing, count(*) as alerts,
                       min(starts_at) as since, max(reported_at) as reported_at
                from alert where incident_id = ? and item is not null
                group by item
                order by case when sum(case when firing then 1 else 0 end) > 0 then 0 else 1 end, min(starts_at), item
                limit ? offset ?""", query -> {
            query.setLong(1, incident.value());
            query.setInt(2, limit);
            query.setInt(3, offset);
            try (var rows = query.executeQuery()) {
                return all(rows);
            }
        });
    }

    private static List<Item> all(ResultSet rows) throws SQLException {
        var items = new ArrayList<Item>();
        while (rows.next()) {
            items.add(new Item(
                    rows.getString("item"),
                    rows.getInt("firing") > 0,
                    rows.getInt("alerts"),
                    rows.getObject("since", OffsetDateTime.class).toInstant(),
                    rows.getObject("reported_at", OffsetDateTime.class).toInstant()));
        }
        return items;
    }
}
