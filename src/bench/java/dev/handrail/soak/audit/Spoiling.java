package dev.handrail.soak.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** Harm that the check must find: a check that cannot fail is worth nothing. */
public final class Spoiling {
    private Spoiling() {}

    /** Loses one alert, doubles another, and forgets that one was garbled. */
    public static void spoil(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "delete from alert where id = (select max(id) from alert where labels like '%soak-%')");
            statement.executeUpdate("""
                    insert into alert (payload_id, source, fingerprint, group_key, firing, starts_at, labels, annotations,
                        reported_at, why)
                    select payload_id, source, fingerprint, group_key, firing, starts_at, labels, annotations, reported_at, ''
                    from alert where id = (select min(id) from alert where labels like '%soak-%')""");
            statement.executeUpdate(
                    "delete from quarantine where payload_id = (select min(payload_id) from quarantine)");
        }
    }
}
