package dev.handrail.incident.alerts;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.platform.rows.Column;
import dev.handrail.platform.rows.JdbcRows;
import dev.handrail.platform.rows.JdbcTable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tallies of incidents' alerts. Every method joins the caller's transaction. */
@Singleton
public class TallyRepository {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Alerts that differ mostly do so at once, and cards are shown often. */
    private static final int LOOKED_AT = 10;

    private static final JdbcTable<Map.Entry<IncidentId, Tally>> TALLIES = new JdbcTable<>(
            "alert_tally",
            List.of(
                    Column.number("incident_id", tally -> tally.getKey().value()),
                    Column.number("total", tally -> tally.getValue().total()),
                    Column.number("firing", tally -> tally.getValue().firing()),
                    Column.text("labels", tally -> Json.write(tally.getValue().labels())),
                    Column.text(
                            "annotations", tally -> Json.write(tally.getValue().annotations()))));

    private final JdbcOperations database;
    private final AlertRepository alerts;

    TallyRepository(JdbcOperations database, AlertRepository alerts) {
        this.database = database;
        this.alerts = alerts;
    }

    public Tally of(IncidentId incident) {
        return of(List.of(incident)).getOrDefault(incident, Tally.NONE);
    }

    /** Returns the labels in which alerts of an incident differ: looked for in the first of them. */
    public List<String> differing(IncidentId incident, AlertSummary summary) {
        return Differences.of(alerts.first(incident, LOOKED_AT), summary.labels())
                .names();
    }

    /** Returns the tally of each. Incidents that were opened before tallies were kept are summed up anew. */
    public Map<IncidentId, Tally> of(Collection<IncidentId> incidents) {
        var tallies = new HashMap<IncidentId, Tally>();
        if (!incidents.isEmpty()) {
            database.prepareStatement("select * from alert_tally where incident_id = any(?)", query -> {
                JdbcRows.numbers(
                        query, 1, incidents.stream().map(IncidentId::value).toList());
                return JdbcRows.all(query, row -> tallies.put(new IncidentId(row.getLong("incident_id")), read(row)));
            });
        }
        incidents.forEach(id -> tallies.computeIfAbsent(id, missing -> Tally.of(alerts.of(missing))));
        return tallies;
    }

    private static Tally read(ResultSet row) throws SQLException {
        return new Tally(
                row.getInt("total"),
                row.getInt("firing"),
                Json.read(row.getString("labels"), TEXTS),
                Json.read(row.getString("annotations"), TEXTS));
    }

    /** Writes over what was kept, and adds what was not. */
    public void keep(Map<IncidentId, Tally> tallies) {
        TALLIES.put(database, tallies.entrySet());
    }
}
