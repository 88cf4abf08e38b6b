package dev.handrail.page.trial;

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

/** The test pages of the last day. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TrialRepository extends GenericRepository<TrialRepository.Row, Long> {
    /**
     * @param contact a {@code Contact} as JSON
     * @param tokenHash of what the link ends with, which is kept nowhere
     */
    @MappedEntity("test_page")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            String personId,
            String personName,
            String contact,
            String tokenHash,
            Instant sentAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant resolveAt) {
        long number() {
            return Objects.requireNonNull(id, "the database numbers test pages");
        }
    }

    Row save(Row row);

    Optional<Row> findById(long id);

    Optional<Row> findByTokenHash(String tokenHash);

    @Query("select * from test_page where resolve_at <= :now order by id")
    List<Row> toResolve(Instant now);

    /** Returns 1 for the first; 0 for everybody after. */
    @Query("update test_page set confirmed_at = :at where id = :id and confirmed_at is null")
    int confirm(long id, Instant at);

    @Query("update test_page set resolve_at = :at where id = :id and resolve_at is not null")
    int resolveAt(long id, Instant at);

    /** Returns 1 for the one who resolves it now; 0 for everybody else. */
    @Query("update test_page set resolve_at = :until where id = :id and resolve_at = :due")
    int claim(long id, Instant due, Instant until);

    @Query("update test_page set resolve_at = null where id = :id")
    int resolved(long id);

    @Query("delete from test_page where sent_at < :before and resolve_at is null")
    int deleteBefore(Instant before);
}
