package dev.handrail.platform.rows;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * A table that rows are written to, many by one statement.
 *
 * <p>A few go in as one array of texts for each column. A database reads such a statement once, where it would read one with a
 * parameter for each value of each row anew for each number of rows. Many go into PostgreSQL by COPY, which plans nothing and
 * keeps no arrays; it answers once more, and is not worth that for a few. What is there already cannot be written over by it.
 */
public final class JdbcTable<T> {
    /** As many rows as are worth a COPY. */
    private static final int MANY = 24;

    private final String name;
    private final List<Column<T>> columns;
    private final String names;
    private final String insert;
    private final String merge;

    /** @param columns those that are given, the first one the key of a table whose rows change; the database fills in the others */
    public JdbcTable(String name, List<Column<T>> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        this.insert = "insert into %s (%s) %s order by place_in_order".formatted(name, names, given(columns));
        this.merge = merge(name, names, columns);
    }

    /** Returns a query for the given rows; numbered, where one asks for their order. */
    private static <T> String given(List<Column<T>> columns) {
        return "select %s from unnest(%s) with ordinality as given (%s, place_in_order)"
                .formatted(joined(columns, Column::fromText), joined(columns, _ -> "?"), joined(columns, Column::name));
    }

    /** The same to both databases (https://www.postgresql.org/docs/15/sql-merge.html, https://h2database.com/html/commands.html). */
    private static <T> String merge(String name, String names, List<Column<T>> columns) {
        var key = columns.getFirst().name();
        return """
                merge into %1$s as old using (%2$s) as new (%3$s) on old.%4$s = new.%4$s
                when matched then update set %5$s
                when not matched then insert (%3$s) values (%6$s)""".formatted(
                        name,
                        given(columns),
                        names,
                        key,
                        joined(columns.subList(1, columns.size()), column -> column.name() + " = new." + column.name()),
                        joined(columns, column -> "new." + column.name()));
    }

    private static <T> String joined(List<Column<T>> columns, Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
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
        } else {
            execute(connection, insert, rows);
        }
    }

    /** Writes over the rows that have the key of a given one, and adds the others; each key once. Joins the caller's transaction. */
    public void put(JdbcOperations database, Collection<T> rows) {
        database.execute(connection -> {
            put(connection, rows);
            return true;
        });
    }

    void put(Connection connection, Collection<T> rows) throws SQLException {
        execute(connection, merge, rows);
    }

    private void execute(Connection connection, String sql, Collection<T> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (var statement = connection.prepareStatement(sql)) {
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
