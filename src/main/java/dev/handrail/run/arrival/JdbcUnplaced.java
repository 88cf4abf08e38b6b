package dev.handrail.run.arrival;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.platform.Json;
import dev.handrail.platform.rows.JdbcRows;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which payloads were kept before their alerts were placed. Every method joins the caller's transaction. */
@Singleton
public class JdbcUnplaced {
    private static final TypeReference<List<Long>> NUMBERS = new TypeReference<>() {};

    private final JdbcOperations database;

    JdbcUnplaced(JdbcOperations database) {
        this.database = database;
    }

    /**
     * What one commit has kept.
     *
     * @param payloads their numbers, in the order in which they came
     */
    public record Mark(long id, List<Long> payloads) {
        public Mark {
            payloads = List.copyOf(payloads);
        }
    }

    /** Notes that payloads are kept, and returns the number of the mark. */
    long add(List<Long> payloads, Instant at) {
        var sql = "insert into unplaced (payloads, kept_at) values (?, ?)";
        return database.execute(connection -> {
            try (var insert = connection.prepareStatement(sql, new String[] {"id"})) {
                insert.setString(1, Json.write(payloads));
                insert.setObject(2, at.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
                return number(insert);
            }
        });
    }

    private static long number(PreparedStatement insert) throws SQLException {
        try (var keys = insert.getGeneratedKeys()) {
            if (!keys.next()) {
                throw new SQLException("the database did not number a row of unplaced");
            }
            return keys.getLong(1);
        }
    }

    /**
     * Holds marks until the transaction ends, and returns those that are there still: what another process has placed meanwhile is
     * not to be placed again. Lowest number first, so that two processes wait for each other in one order.
     */
    Set<Long> hold(Collection<Long> marks) {
        if (marks.isEmpty()) {
            return Set.of();
        }
        var sql = "select id from unplaced where id = any(?) order by id for update";
        return Set.copyOf(database.prepareStatement(sql, query -> {
            JdbcRows.numbers(query, 1, marks);
            return JdbcRows.all(query, row -> row.getLong("id"));
        }));
    }

    /** Notes that all of these are placed. */
    void remove(Collection<Long> marks) {
        if (!marks.isEmpty()) {
            database.prepareStatement("delete from unplaced where id = any(?)", delete -> {
                JdbcRows.numbers(delete, 1, marks);
                return delete.executeUpdate();
            });
        }
    }

    /** Returns what was kept before a time and is not placed yet, oldest first. */
    public List<Mark> keptBefore(Instant time) {
        return database.prepareStatement("select id, payloads from unplaced where kept_at < ? order by id", query -> {
            query.setObject(1, time.atOffset(ZoneOffset.UTC));
            return JdbcRows.all(
                    query, row -> new Mark(row.getLong("id"), Json.read(row.getString("payloads"), NUMBERS)));
        });
    }
}
