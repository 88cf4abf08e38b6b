package dev.handrail.incident;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds payloads, many at once. By hand, because the framework asks for all columns of the rows that it has added, and a driver
 * that does not know how much will come back adds them one by one.
 */
@Singleton
public class JdbcPayloads {
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
            var sql = "insert into payload (source, received_at, body, problem, headers) values (?, ?, ?, ?, ?)";
            try (var statement = connection.prepareStatement(sql, new String[] {"id"})) {
                for (var row : rows) {
                    statement.setString(1, row.source());
                    statement.setObject(2, row.receivedAt().atOffset(ZoneOffset.UTC));
                    statement.setString(3, row.body());
                    statement.setString(4, row.problem());
                    statement.setString(5, row.headers());
                    statement.addBatch();
                }
                statement.executeBatch();
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
