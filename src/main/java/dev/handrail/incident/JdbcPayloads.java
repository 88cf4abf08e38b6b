package dev.handrail.incident;

import dev.handrail.platform.JdbcColumns;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds payloads, many by one statement. By hand, because the framework asks for all columns of the rows that it has added, and a
 * driver that does not know how much will come back adds them one by one.
 */
@Singleton
public class JdbcPayloads {
    private static final String ADD = """
            insert into payload (source, received_at, body, problem, headers)
            select source, cast(received_at as timestamp with time zone), body, problem, headers
            from unnest(?, ?, ?, ?, ?) with ordinality as added (source, received_at, body, problem, headers, place)
            order by place""";

    private static final List<Function<PayloadRepository.Row, @Nullable Object>> COLUMNS = List.of(
            PayloadRepository.Row::source,
            PayloadRepository.Row::receivedAt,
            PayloadRepository.Row::body,
            PayloadRepository.Row::problem,
            PayloadRepository.Row::headers);

    private final JdbcOperations database;

    JdbcPayloads(JdbcOperations database) {
        this.database = database;
    }

    /** Returns the numbers of the new rows, in their order. Joins the caller's transaction. */
    public List<Long> add(List<PayloadRepository.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return database.execute(connection -> {
            try (var statement = connection.prepareStatement(ADD, new String[] {"id"})) {
                JdbcColumns.set(statement, rows, COLUMNS);
                statement.executeUpdate();
                return numbers(statement);
            }
        });
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
