package dev.handrail.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows on their way into one statement, as one array of texts for each column: {@code select cast(at as timestamp with time
 * zone) from unnest(?, ?) as row (name, at)}. A database reads such a statement once, where it would read one with a parameter
 * for each value of each row anew for each number of rows.
 */
public final class JdbcColumns {
    private JdbcColumns() {}

    /** Sets the parameters of {@code statement}, from the first on, to the columns of {@code rows}, in their order. */
    public static <T> void set(PreparedStatement statement, List<T> rows, List<Function<T, @Nullable Object>> columns)
            throws SQLException {
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var texts = rows.stream()
                    .map(row -> Objects.toString(column.apply(row), null))
                    .toArray();
            statement.setArray(i + 1, statement.getConnection().createArrayOf("varchar", texts));
        }
    }

    /** Adds each of {@code rows} to a batch, its columns as texts from the first parameter on: for a change, which takes no array. */
    public static <T> void batch(PreparedStatement statement, List<T> rows, List<Function<T, @Nullable Object>> columns)
            throws SQLException {
        for (var row : rows) {
            for (var i = 0; i < columns.size(); i++) {
                statement.setString(i + 1, Objects.toString(columns.get(i).apply(row), null));
            }
            statement.addBatch();
        }
    }
}
