package dev.handrail.incident;

import dev.handrail.platform.rows.Column;
import dev.handrail.platform.rows.JdbcTable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Adds payloads, many by one statement. By hand, because the framework asks for all columns of the rows that it has added, and a
 * driver that does not know how much will come back adds them one by one.
 */
@Singleton
public class JdbcPayloads {
    private static final JdbcTable<PayloadRepository.Row> PAYLOADS = new JdbcTable<>(
            "payload",
            List.of(
                    Column.text("source", PayloadRepository.Row::source),
                    Column.time("received_at", PayloadRepository.Row::receivedAt),
                    Column.text("body", PayloadRepository.Row::body),
                    Column.text("problem", PayloadRepository.Row::problem),
                    Column.text("headers", PayloadRepository.Row::headers)));

    private final JdbcOperations database;

    JdbcPayloads(JdbcOperations database) {
        this.database = database;
    }

    /** Returns the numbers of the new rows, in their order. Joins the caller's transaction. */
    public List<Long> add(List<PayloadRepository.Row> rows) {
        return PAYLOADS.number(database, rows);
    }
}
