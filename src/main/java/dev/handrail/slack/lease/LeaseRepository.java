package dev.handrail.slack.lease;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one row that says who writes to Slack. All times are the database's, so that no clocks are compared. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LeaseRepository extends GenericRepository<LeaseRepository.Row, String> {
    /** @param holder absent when it was given back */
    @MappedEntity("slack_lease")
    record Row(
            @Id String name,
            @Nullable String holder,
            long epoch,
            Instant expiresAt,
            @Nullable String memory) {}

    /** Returns the row, and holds it until the transaction ends. */
    @Query("select * from slack_lease where name = 'delivery' for update")
    Row lock();

    /**
     * As {@link #lock}, but others may hold it so at the same time, and its holder may renew it meanwhile
     * (https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS). H2 does not know this.
     */
    @Query("select * from slack_lease where name = 'delivery' for key share")
    Row share();

    @Query("select * from slack_lease where name = 'delivery'")
    Row read();

    /** Returns 0 while somebody else has it. */
    @Query("""
            update slack_lease
            set holder = :holder, epoch = epoch + 1, expires_at = current_timestamp + cast(:seconds as integer) * interval '1' second
            where name = 'delivery' and (holder is null or expires_at < current_timestamp)""")
    int take(String holder, int seconds);

    /** Returns 0 if somebody else has it. */
    @Query("""
            update slack_lease
            set memory = :memory, expires_at = current_timestamp + cast(:seconds as integer) * interval '1' second
            where name = 'delivery' and holder = :holder""")
    int renew(String holder, int seconds, String memory);

    @Query("update slack_lease set holder = null, memory = :memory where name = 'delivery' and holder = :holder")
    int giveBack(String holder, String memory);
}
