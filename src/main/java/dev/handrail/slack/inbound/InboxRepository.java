package dev.handrail.slack.inbound;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was asked and acknowledged, until it is done. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface InboxRepository extends GenericRepository<InboxRepository.Row, Long> {
    /**
     * @param dedupe SHA-256 over what Slack repeats when it sends something again
     * @param incidentId 0 for what is about none
     * @param body an {@code Asked} as JSON
     * @param error why it was given up, once it was
     */
    @MappedEntity("inbox")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            String dedupe,
            long incidentId,
            String body,
            Instant receivedAt,
            @Nullable Instant handledAt,
            int failures,
            @Nullable String error) {}

    /** Adds a row, unless it is there already: then 0. */
    @Query("""
            insert into inbox (dedupe, incident_id, body, received_at, failures)
            values (:dedupe, :incidentId, :body, :receivedAt, 0) on conflict do nothing""")
    int add(String dedupe, long incidentId, String body, Instant receivedAt);

    @Query("select * from inbox where dedupe = :dedupe")
    Optional<Row> find(String dedupe);

    /** @param except incidents; at least one number */
    @Query("""
            select * from inbox where handled_at is null and error is null and incident_id not in (:except)
            order by id limit :limit""")
    List<Row> open(Set<Long> except, int limit);

    /** Returns 0 if somebody else was first. */
    @Query("update inbox set handled_at = :at where id = :id and handled_at is null")
    int markHandled(long id, Instant at);

    @Query("update inbox set failures = failures + 1 where id = :id")
    int noteFailure(long id);

    @Query("update inbox set error = :error where id = :id")
    int giveUp(long id, String error);
}
