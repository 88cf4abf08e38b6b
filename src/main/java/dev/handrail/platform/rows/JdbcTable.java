package dev.handrail.platform.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A table that rows are added to, many by one statement: as one array of texts for each column. A database reads such a statement
 * once, where it would read one with a parameter for each value of each row anew for each number of rows.
 */
public final class JdbcTable<T> {
    private final List<Column<T>> columns;
    private final String insert;

    /** @param columns those that are given; the database fills in the others */
    public JdbcTable(String name, List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
        this.insert = insert(name, this.columns);
    }

    private static <T> String insert(String table, List<Column<T>> columns) {
        var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        var values = columns.stream().map(Column::fromText).collect(Collectors.joining(", "));
        var arrays = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return "insert into %s (%s) select %s from unnest(%s) with ordinality as added (%s, place_in_order) order by place_in_order"
                .formatted(table, names, values, arrays, names);
    }

    /** Adds rows, in their order. */
    public void add(Connection connection, Collection<T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(insert)) {
            for (var i = 0; i < columns.size(); i++) {
                statement.setArray(i + 1, connection.createArrayOf("varchar", texts(columns.get(i), rows)));
            }
            statement.executeUpdate();
        }
    }

    private static <T> Object[] texts(Column<T> column, Collection<T> rows) {
        return rows.stream()
                .map(row -> Objects.toString(column.value().apply(row), null))
                .toArray();
    }
}
