package dev.handrail.incident.alerts;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.platform.Transactions;
import dev.handrail.platform.rows.Column;
import dev.handrail.platform.rows.JdbcColumns;
import dev.handrail.platform.rows.JdbcRows;
import dev.handrail.platform.rows.JdbcTable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The alerts that were understood, as their sources last reported them. By hand, because a commit takes hundreds of them: read
 * by arrays and written in batches. Every method joins the caller's transaction.
 */
@Singleton
public class AlertRepository {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final Column<KeptAlert> INCIDENT = Column.number(
            "incident_id", kept -> kept.incident().map(IncidentId::value).orElse(null));

    private static final List<Column<KeptAlert>> COLUMNS = List.of(
            INCIDENT,
            Column.number("payload_id", kept -> kept.report().payload()),
            Column.text("source", kept -> kept.alert().source()),
            Column.text("fingerprint", KeptAlert::key),
            Column.text("group_key", kept -> kept.alert().groupKey()),
            Column.flag("firing", kept -> kept.alert().isFiring()),
            Column.time("starts_at", kept -> kept.alert().startsAt()),
            Column.time("ends_at", kept -> kept.alert().endsAt().orElse(null)),
            Column.text("labels", kept -> Json.write(kept.alert().labels())),
            Column.text("annotations", kept -> Json.write(kept.alert().annotations())),
            Column.text("item", kept -> kept.item().orElse(null)),
            Column.time("reported_at", kept -> kept.report().at()),
            Column.text("why", kept -> kept.report().why()),
            Column.time("held_until", kept -> kept.heldUntil().orElse(null)));

    private static final List<Column<KeptAlert>> CHANGED = Stream.concat(
                    COLUMNS.stream(), Stream.of(Column.<KeptAlert>number("id", KeptAlert::id), INCIDENT))
            .toList();

    private static final JdbcTable<KeptAlert> ALERTS = new JdbcTable<>("alert", COLUMNS);

    private static final String CHANGE = """
            update alert set incident_id = cast(? as bigint), payload_id = cast(? as bigint), source = ?, fingerprint = ?,
                group_key = ?, firing = cast(? as boolean), starts_at = cast(? as timestamp with time zone),
                ends_at = cast(? as timestamp with time zone), labels = ?, annotations = ?, item = ?,
                reported_at = cast(? as timestamp with time zone), why = ?,
                held_until = cast(? as timestamp with time zone)
            where id = cast(? as bigint) and (incident_id is null or incident_id = cast(? as bigint))""";

    private final JdbcOperations database;

    AlertRepository(JdbcOperations database) {
        this.database = database;
    }

    /** Returns each alert of these keys as it was kept last: by one look into the index for each, and mostly there is none. */
    public List<KeptAlert> newest(Collection<String> keys) {
        var numbers = database.prepareStatement("""
                select (select max(alert.id) from alert where alert.fingerprint = sought.fingerprint) as id
                from unnest(?) as sought (fingerprint)""", query -> {
            JdbcRows.texts(query, 1, keys);
            return JdbcRows.all(query, row -> JdbcRows.number(row, "id"));
        });
        return numbered(numbers.stream().flatMap(Optional::stream).toList());
    }

    private List<KeptAlert> numbered(List<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : database.prepareStatement("select * from alert where id = any(?)", query -> {
                    JdbcRows.numbers(query, 1, numbers);
                    return JdbcRows.all(query, AlertRepository::read);
                });
    }

    /** Returns what is kept of the alerts of these keys in these incidents. */
    public List<KeptAlert> in(Collection<String> keys, Collection<IncidentId> incidents) {
        var sql = "select * from alert where fingerprint = any(?) and incident_id = any(?)";
        return database.prepareStatement(sql, query -> {
            JdbcRows.texts(query, 1, keys);
            JdbcRows.numbers(query, 2, incidents.stream().map(IncidentId::value).toList());
            return JdbcRows.all(query, AlertRepository::read);
        });
    }

    /** Returns the alerts of an incident, in the order in which they came. */
    public List<KeptAlert> of(IncidentId incident) {
        return database.prepareStatement("select * from alert where incident_id = ? order by id", query -> {
            query.setLong(1, incident.value());
            return JdbcRows.all(query, AlertRepository::read);
        });
    }

    /** Returns alerts of an incident: those that fire first, then in the order in which they came. */
    public List<KeptAlert> first(IncidentId incident, int limit) {
        var sql = "select * from alert where incident_id = ? order by firing desc, id limit ?";
        return database.prepareStatement(sql, query -> {
            query.setLong(1, incident.value());
            query.setInt(2, limit);
            return JdbcRows.all(query, AlertRepository::read);
        });
    }

    /** Returns the alerts that were reported last, newest first. */
    public List<KeptAlert> latest(int limit) {
        return database.prepareStatement("select * from alert order by reported_at desc, id desc limit ?", query -> {
            query.setInt(1, limit);
            return JdbcRows.all(query, AlertRepository::read);
        });
    }

    /** Returns alerts about which it is time to decide again. */
    public List<KeptAlert> due(Instant now, int limit) {
        return database.prepareStatement(
                "select * from alert where held_until <= ? order by held_until, id limit ?", query -> {
                    query.setObject(1, now.atOffset(ZoneOffset.UTC));
                    query.setInt(2, limit);
                    return JdbcRows.all(query, AlertRepository::read);
                });
    }

    /** Returns alerts that are held, the newest first. */
    public List<KeptAlert> held(int limit) {
        return database.prepareStatement(
                "select * from alert where held_until is not null order by id desc limit ?", query -> {
                    query.setInt(1, limit);
                    return JdbcRows.all(query, AlertRepository::read);
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
        var added = alerts.stream().filter(alert -> alert.id() == 0).toList();
        ALERTS.add(database, added);
        change(alerts.stream().filter(alert -> alert.id() != 0).toList());
    }

    /** An alert changes its incident only where it had none: another transaction may have moved it since it was read. */
    private void change(List<KeptAlert> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        var changed = database.prepareStatement(CHANGE, statement -> {
            JdbcColumns.batch(statement, alerts, CHANGED);
            return statement.executeBatch();
        });
        if (Arrays.stream(changed).anyMatch(rows -> rows == 0)) {
            throw new Transactions.OvertakenException("an alert went to another incident while it was reported again");
        }
    }

    /**
     * Puts alerts into another incident, or into none.
     *
     * @param why is added to what was decided of each
     */
    public void move(Collection<KeptAlert> alerts, Optional<IncidentId> into, String why) {
        var sql =
                "update alert set incident_id = cast(? as bigint), why = why || cast(? as varchar(500)) where id = any(?)";
        if (!alerts.isEmpty()) {
            database.prepareStatement(sql, update -> {
                update.setObject(1, into.map(IncidentId::value).orElse(null), Types.BIGINT);
                update.setString(2, why);
                JdbcRows.numbers(update, 3, alerts.stream().map(KeptAlert::id).toList());
                return update.executeUpdate();
            });
        }
    }

    private static KeptAlert read(ResultSet row) throws SQLException {
        var source = row.getString("source");
        var alert = new Alert(
                source,
                row.getString("group_key"),
                new Fingerprint(row.getString("fingerprint").substring(source.length() + 1)),
                row.getBoolean("firing") ? Alert.Status.FIRING : Alert.Status.RESOLVED,
                Json.read(row.getString("labels"), TEXTS),
                Json.read(row.getString("annotations"), TEXTS),
                JdbcRows.time(row, "starts_at").orElseThrow(),
                JdbcRows.time(row, "ends_at"));
        return new KeptAlert(
                row.getLong("id"),
                JdbcRows.number(row, "incident_id").map(IncidentId::new),
                alert,
                Optional.ofNullable(row.getString("item")),
                new KeptAlert.Report(
                        row.getLong("payload_id"),
                        JdbcRows.time(row, "reported_at").orElseThrow(),
                        row.getString("why")),
                JdbcRows.time(row, "held_until"));
    }
}
