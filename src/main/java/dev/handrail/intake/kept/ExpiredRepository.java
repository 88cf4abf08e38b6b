package dev.handrail.intake.kept;

import dev.handrail.incident.PayloadRepository;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** What is over and stands in no timeline, of whatever table. Each deletes at most {@code limit} rows, and returns how many. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ExpiredRepository extends GenericRepository<PayloadRepository.Row, Long> {
    /** What people asked in Slack, and was done or given up; what is still to be done stays. */
    @Query("""
            delete from inbox where id in
                (select id from inbox where received_at < :before and (handled_at is not null or error is not null)
                 order by received_at limit :limit)""")
    int deleteAsked(Instant before, int limit);

    /** Alerts that started nothing and are not held; those of an incident stay with it. */
    @Query("""
            delete from alert where id in
                (select id from alert where incident_id is null and held_until is null and reported_at < :before limit :limit)""")
    int deleteAlerts(Instant before, int limit);

    /** Links in mails whose time is over. */
    @Query("""
            delete from page_link where hash in
                (select hash from page_link where expires_at < :before order by expires_at limit :limit)""")
    int deleteLinks(Instant before, int limit);

    /** When incidents opened, which storms are told by. */
    @Query("""
            delete from storm_trace where id in
                (select id from storm_trace where opened_at < :before order by opened_at limit :limit)""")
    int deleteTraces(Instant before, int limit);
}
