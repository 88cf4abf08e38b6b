package dev.handrail.soak.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** What Handrail still has to do. */
public record Pending(long unplaced, long dirty, long intents) {
    public static Pending of(Connection connection) throws SQLException {
        var rows = new Rows(connection);
        return new Pending(
                rows.count("select count(*) from unplaced"),
                rows.count("select count(*) from run where dirty_since is not null"),
                rows.count("select count(*) from slack_slot where intent_at is not null"));
    }

    public boolean isNothing() {
        return unplaced + dirty + intents == 0;
    }
}
