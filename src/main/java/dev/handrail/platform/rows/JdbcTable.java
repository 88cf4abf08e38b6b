package dev.handrail.platform.rows;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * A table that rows are added to, many by one statement.
 *
 * <p>A few go in as one array of texts for each column. A database reads such a statement once, where it would read one with a
 * parameter for each value of each row anew for each number of rows. Many go into PostgreSQL by COPY, which plans nothing and
 * keeps no arrays; it answers once more, and is not worth that for a few.
 */
public final class JdbcTable<T> {
    /** As many rows as are worth a COPY. */
    private static final int MANY = 24;

    private final String name;
    private final List<Column<T>> columns;
    private final String names;
    private final String insert;

    /** @param columns those that are given; the database fills in the others */
    public JdbcTable(String name, List<Column<T>> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        this.insert = insert(name, names, columns);
    }

    private static <T> String insert(String name, String names, List<Column<T>> columns) {
        var values = columns.stream().map(Column::fromText).collect(Collectors.joining(", "));
        var arrays = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return "insert into %s (%s) select %s from unnest(%s) with ordinality as added (%s, place_in_order) order by place_in_order"
                .formatted(name, names, values, arrays, names);
    }

    /** Adds rows, in their order. Joins the caller's transaction. */
    public void add(JdbcOperations database, Collection<T> rows) {
        database.execute(connection -> {
            add(connection, rows);
            return true;
        });
    }

    void add(Connection connection, Collection<T> rows) throws SQLException {
        if (isCopied(connection, rows)) {
            copy(connection, names, Copied.of(columns, rows, List.of()));
        } else if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(insert)) {
                set(statement, rows);
                statement.executeUpdate();
            }
        }
    }

    /**
     * Adds rows to a table that numbers them in its column {@code id}, and returns their numbers, in their order. Joins the caller's
     * transaction.
     */
    public List<Long> number(JdbcOperations database, Collection<T> rows) {
        return database.execute(connection -> number(connection, rows));
    }

    List<Long> number(Connection connection, Collection<T> rows) throws SQLException {
        if (isCopied(connection, rows)) {
            var numbers = next(connection, rows.size());
            copy(connection, "id, " + names, Copied.of(columns, rows, numbers));
            return numbers;
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        try (var statement = connection.prepareStatement(insert, new String[] {"id"})) {
            set(statement, rows);
            statement.executeUpdate();
            return numbers(statement);
        }
    }

    private static boolean isCopied(Connection connection, Collection<?> rows) throws SQLException {
        return rows.size() >= MANY && connection.isWrapperFor(PGConnection.class);
    }

    /** Takes numbers before there are rows that have them: a COPY returns none. */
    private List<Long> next(Connection connection, int count) throws SQLException {
        var sql =
                "select nextval((select cast(pg_get_serial_sequence('%s', 'id') as regclass))) as id from generate_series(1, ?)"
                        .formatted(name);
        try (var query = connection.prepareStatement(sql)) {
            query.setInt(1, count);
            return JdbcRows.all(query, row -> row.getLong("id"));
        }
    }

    private void copy(Connection connection, String names, Copied rows) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(name, names));
        try {
            var bytes = rows.bytes();
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void set(PreparedStatement statement, Collection<T> rows) throws SQLException {
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var texts = rows.stream().map(column::text).toArray();
            statement.setArray(i + 1, statement.getConnection().createArrayOf("varchar", texts));
        }
    }

    private static List<Long> numbers(PreparedStatement statement) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (var keys = statement.getGeneratedKeys()) {
            while (keys.next()) {
                numbers.add(keys.getLong(1));
            }
        }
        return numbers;
    }
}
