package dev.handrail.platform.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Many rows on their way into a statement that changes one: a change takes no array. */
public final class JdbcColumns {
    private JdbcColumns() {}

    /** Adds each of {@code rows} to a batch, its columns as texts from the first parameter on. */
    public static <T> void batch(PreparedStatement statement, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        for (var row : rows) {
            for (var i = 0; i < columns.size(); i++) {
                statement.setString(i + 1, columns.get(i).text(row));
            }
            statement.addBatch();
        }
    }
}
