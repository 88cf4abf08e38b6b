package dev.handrail.page.book;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is owed to people outside Slack. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PageRepository extends GenericRepository<PageRepository.Row, Long> {
    /** The ends of a page; the names are stored. */
    enum End {
        SENT,
        FAILED,
        /** It was taken, or over, before it was sent. */
        OVERTAKEN,
        /** Nobody expects that it could be. */
        NOT_SET_UP
    }

    /**
     * @param pageKey unique in its incident
     * @param body an {@code Owed} as JSON
     * @param end the name of an {@code End}
     */
    @MappedEntity("page")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            long incidentId,
            String pageKey,
            String body,
            @Nullable Instant dueAt,
            int tries,
            @MappedProperty("outcome") @Nullable String end,
            @Nullable String problem) {
        public long number() {
            return Objects.requireNonNull(id, "the database numbers pages");
        }

        public boolean hasEnded(End how) {
            return how.name().equals(end);
        }

        /** A try that was not answered may have arrived. What was overtaken was found so by a claim that sent nothing. */
        public boolean mayHaveArrived() {
            return hasEnded(End.OVERTAKEN) ? tries > 1 : tries > 0;
        }
    }

    List<Row> saveAll(List<Row> rows);

    Optional<Row> findById(long id);

    @Query("select * from page where due_at <= :now order by due_at, id limit :limit")
    List<Row> due(Instant now, int limit);

    @Query("select * from page where incident_id = :incidentId order by id")
    List<Row> of(long incidentId);

    @Query("select * from page where outcome = 'FAILED' order by id desc limit :limit")
    List<Row> failed(int limit);

    /** Returns what was given up in incidents that are open. */
    @Query("""
            select page.* from page join run on run.incident_id = page.incident_id
            where run.open_key is not null and page.outcome = 'FAILED' order by page.id""")
    List<Row> failedInOpen();

    /** Returns 1 for the one who may try it now; 0 for everybody else. */
    @Query("update page set due_at = :until, tries = tries + 1 where id = :id and due_at = :due")
    int claim(long id, Instant due, Instant until);

    @Query("update page set due_at = :at, problem = :problem where id = :id and outcome is null")
    int postpone(long id, Instant at, String problem);

    @Query("update page set due_at = null, outcome = :outcome, problem = :problem where id = :id")
    int settle(long id, String outcome, @Nullable String problem);

    /** Notes that Slack may not show what became of a page. */
    @Query("update run set dirty_since = :now where incident_id = :incidentId and dirty_since is null")
    int soil(long incidentId, Instant now);

    /** Settles what nobody has tried to send yet. */
    @Query("""
            update page set due_at = null, outcome = 'OVERTAKEN'
            where incident_id = :incidentId and tries = 0 and outcome is null""")
    int overtake(long incidentId);
}
