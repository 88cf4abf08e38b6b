package dev.handrail.incident.alerts;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alerts that were understood, as their sources last reported them. By hand, because a commit takes hundreds of them: read
 * by arrays and written in batches. Every method joins the caller's transaction.
 */
@Singleton
public class AlertRepository {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcOperations database;

    AlertRepository(JdbcOperations database) {
        this.database = database;
    }

    /** Returns each alert of these keys as it was kept last. */
    public List<KeptAlert> newest(Collection<String> keys) {
        return database.prepareStatement("""
                select * from alert
                where id in (select max(id) from alert where fingerprint = any(?) group by fingerprint)""", query -> {
            query.setArray(1, query.getConnection().createArrayOf("varchar", keys.toArray()));
            return all(query);
        });
    }

    /** Returns what is kept of the alerts of these keys in these incidents. */
    public List<KeptAlert> in(Collection<String> keys, Collection<IncidentId> incidents) {
        var sql = "select * from alert where fingerprint = any(?) and incident_id = any(?)";
        return database.prepareStatement(sql, query -> {
            var ids = incidents.stream().map(IncidentId::value).toArray();
            query.setArray(1, query.getConnection().createArrayOf("varchar", keys.toArray()));
            query.setArray(2, query.getConnection().createArrayOf("bigint", ids));
            return all(query);
        });
    }

    /** Returns the alerts of an incident, in the order in which they came. */
    public List<KeptAlert> of(IncidentId incident) {
        return database.prepareStatement("select * from alert where incident_id = ? order by id", query -> {
            query.setLong(1, incident.value());
            return all(query);
        });
    }

    /** Returns the alerts that were reported last, newest first. */
    public List<KeptAlert> latest(int limit) {
        return database.prepareStatement("select * from alert order by reported_at desc, id desc limit ?", query -> {
            query.setInt(1, limit);
            return all(query);
        });
    }

    /** Returns alerts about which it is time to decide again. */
    public List<KeptAlert> due(Instant now, int limit) {
        return database.prepareStatement("select * from alert where held_until <= ? order by id limit ?", query -> {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            query.setInt(2, limit);
            return all(query);
        });
    }

    /** Returns alerts that are held, the newest first. */
    public List<KeptAlert> held(int limit) {
        return database.prepareStatement(
                "select * from alert where held_until is not null order by id desc limit ?", query -> {
                    query.setInt(1, limit);
                    return all(query);
                });
    }

    /** Makes it time to decide again about every alert that is held. */
    public void release(Instant now) {
        database.prepareStatement("update alert set held_until = ? where held_until > ?", update -> {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            return update.executeUpdate();
        });
    }

    /** Keeps alerts: those without a number are added, the others written over. */
    public void keep(Collection<KeptAlert> alerts) {
        batch(alerts.stream().filter(alert -> alert.id() == 0).toList(), """
                insert into alert (incident_id, payload_id, source, fingerprint, group_key, firing, starts_at, ends_at,
                    labels, annotations, item, reported_at, why, held_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        batch(alerts.stream().filter(alert -> alert.id() != 0).toList(), """
                update alert set incident_id = ?, payload_id = ?, source = ?, fingerprint = ?, group_key = ?, firing = ?,
                    starts_at = ?, ends_at = ?, labels = ?, annotations = ?, item = ?, reported_at = ?, why = ?,
                    held_until = ?
                where id = ?""");
    }

    private void batch(List<KeptAlert> alerts, String sql) {
        if (alerts.isEmpty()) {
            return;
        }
        database.prepareStatement(sql, statement -> {
            for (var alert : alerts) {
                bind(statement, alert);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    private static void bind(PreparedStatement to, KeptAlert kept) throws SQLException {
        var alert = kept.alert();
        to.setObject(1, kept.incident().map(IncidentId::value).orElse(null), Types.BIGINT);
        to.setLong(2, kept.report().payload());
        to.setString(3, alert.source());
        to.setString(4, kept.key());
        to.setString(5, alert.groupKey());
        to.setBoolean(6, alert.isFiring());
        to.setObject(7, alert.startsAt().atOffset(ZoneOffset.UTC));
        time(to, 8, alert.endsAt());
        to.setString(9, Json.write(alert.labels()));
        to.setString(10, Json.write(alert.annotations()));
        to.setString(11, kept.item().orElse(null));
        to.setObject(12, kept.report().at().atOffset(ZoneOffset.UTC));
        to.setString(13, kept.report().why());
        time(to, 14, kept.heldUntil());
        if (kept.id() != 0) {
            to.setLong(15, kept.id());
        }
    }

    private static void time(PreparedStatement to, int place, Optional<Instant> at) throws SQLException {
        to.setObject(
                place, at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static List<KeptAlert> all(PreparedStatement query) throws SQLException {
        var found = new ArrayList<KeptAlert>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        }
        return found;
    }

    private static KeptAlert read(ResultSet row) throws SQLException {
        var source = row.getString("source");
        var incident = row.getLong("incident_id");
        var alert = new Alert(
                source,
                row.getString("group_key"),
                new Fingerprint(row.getString("fingerprint").substring(source.length() + 1)),
                row.getBoolean("firing") ? Alert.Status.FIRING : Alert.Status.RESOLVED,
                Json.read(row.getString("labels"), TEXTS),
                Json.read(row.getString("annotations"), TEXTS),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                time(row, "ends_at"));
        return new KeptAlert(
                row.getLong("id"),
                incident == 0 ? Optional.empty() : Optional.of(new IncidentId(incident)),
                alert,
                Optional.ofNullable(row.getString("item")),
                new KeptAlert.Report(
                        row.getLong("payload_id"),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                        row.getString("why")),
                time(row, "held_until"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
