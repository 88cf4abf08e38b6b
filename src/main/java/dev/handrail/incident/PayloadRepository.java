package dev.handrail.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What senders sent, redacted. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PayloadRepository extends GenericRepository<PayloadRepository.Row, Long> {
    /**
     * @param problem why it, or some of it, could not be translated; absent when all of it was
     * @param headers those that its translation reads, as JSON; absent where there is none
     * @param replayedAt absent unless another took its place
     */
    @MappedEntity("payload")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            String source,
            Instant receivedAt,
            String body,
            @Nullable String problem,
            @Nullable String headers,
            @Nullable Instant replayedAt) {
        /** Returns the number of one that is stored. */
        public long number() {
            return Objects.requireNonNull(id, "the database numbers payloads");
        }
    }

    Optional<Row> findById(long id);

    /** Returns what could not be translated and was not replayed since, newest first: the beginning of each. */
    @Query("""
            select p.id, p.source, p.received_at, substring(p.body from 1 for 601) as body, p.problem, p.headers, p.replayed_at
            from quarantine q join payload p on p.id = q.payload_id order by q.payload_id desc limit :limit""")
    List<Row> quarantined(int limit);

    /** Returns what the alerts of an incident were last reported in, newest first, without its text. */
    @Query("""
            select id, source, received_at, '' as body, problem, headers, replayed_at from payload
            where id in (select payload_id from alert where incident_id = :incident) order by id desc limit :limit""")
    List<Row> ofIncident(long incident, int limit);

    /** Says why one could not be translated when it was replayed: it waits to be mended from then on. */
    default void explain(long id, String problem) {
        note(id, problem);
        quarantine(id);
    }

    @Query("update payload set problem = :problem where id = :id")
    void note(long id, String problem);

    @Query("insert into quarantine (payload_id) values (:id) on conflict do nothing")
    int quarantine(long id);

    /** Says that another payload took its place: it waits for nobody any more. */
    default void replayed(long id, Instant at) {
        mark(id, at);
        release(id);
    }

    @Query("update payload set replayed_at = :at where id = :id")
    void mark(long id, Instant at);

    @Query("delete from quarantine where payload_id = :id")
    int release(long id);

    /** Deletes at most {@code limit} that these sources sent before a time, and returns how many. */
    @Query("""
            delete from payload where id in
                (select id from payload where received_at < :before and source in (:sources) order by received_at limit :limit)""")
    int deleteOf(List<String> sources, Instant before, int limit);

    /** As {@link #deleteOf}, of all other sources. */
    @Query("""
            delete from payload where id in
                (select id from payload where received_at < :before and source not in (:sources) order by received_at limit :limit)""")
    int deleteOthers(List<String> sources, Instant before, int limit);

    @Query("select count(*) from payload")
    long count();
}
