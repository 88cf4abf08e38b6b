package dev.handrail.platform.rows;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of a query that was written by hand: where the framework's way costs more than the database's, many times a second. */
public final class JdbcRows {
    private JdbcRows() {}

    /** Reads the row at which a result stands. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Returns every row of {@code query}, whose parameters are set. */
    public static <T> List<T> all(PreparedStatement query, Reader<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    /** Sets a parameter that a column of texts is compared with: {@code = any(?)}, or {@code unnest(?)}. */
    public static void texts(PreparedStatement query, int place, Collection<String> texts) throws SQLException {
        query.setArray(place, query.getConnection().createArrayOf("varchar", texts.toArray()));
    }

    /** Sets a parameter that a column of numbers is compared with. */
    public static void numbers(PreparedStatement query, int place, Collection<Long> numbers) throws SQLException {
        query.setArray(place, query.getConnection().createArrayOf("bigint", numbers.toArray()));
    }

    public static Optional<Long> number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    public static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
