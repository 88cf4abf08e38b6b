package dev.handrail.run.desk;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tries of every retry, for the limits that hold across incidents. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TryRepository extends GenericRepository<TryRepository.Row, Long> {
    /** @param action SHA-256 over runbook, step and key */
    @MappedEntity("retry_try")
    record Row(@Id @GeneratedValue @Nullable Long id, long incidentId, String action, Instant startedAt) {}

    Row save(Row row);

    /** Makes the row that {@link #hold} holds, unless it is there. */
    @Query("insert into retry_action (action) values (:action) on conflict do nothing")
    void know(String action);

    /** Holds an action until the transaction ends, so that its tries are counted by one at a time. */
    @Query("select action from retry_action where action = :action for update")
    String hold(String action);

    /** Counts the tries that other incidents made since then. */
    @Query("""
            select count(*) from retry_try
            where action = :action and incident_id <> :incidentId and started_at > :since""")
    int elsewhere(String action, long incidentId, Instant since);
}
