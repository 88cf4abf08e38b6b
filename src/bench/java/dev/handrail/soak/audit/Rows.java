package dev.handrail.soak.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Handrail's database, as somebody reads it who knows nothing of Handrail. */
public final class Rows {
    private final Connection connection;

    public Rows(Connection connection) {
        this.connection = connection;
    }

    /** Returns the number that a query is about. */
    public long count(String query) throws SQLException {
        return Long.parseLong(all(query).getFirst().getFirst());
    }

    /** Returns the first column of every row. */
    List<String> column(String query) throws SQLException {
        return all(query).stream().map(List::getFirst).toList();
    }

    /** Returns every row as texts; what is absent is empty. */
    List<List<String>> all(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            var rows = new ArrayList<List<String>>();
            while (row.next()) {
                var texts = new ArrayList<String>();
                for (var at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                    var text = row.getString(at);
                    texts.add(text == null ? "" : text);
                }
                rows.add(List.copyOf(texts));
            }
            return rows;
        }
    }
}
