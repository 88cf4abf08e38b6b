package dev.handrail.incident.silence;

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
import org.jspecify.annotations.Nullable;

/** Silences, as rows. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SilenceRepository extends GenericRepository<SilenceRepository.Row, Long> {
    /** @param id absent until it is stored */
    @MappedEntity("silence")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            String matchers,
            Instant beginsAt,
            Instant endsAt,
            String who,
            String why,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    Row save(Row row);

    Optional<Row> findById(long id);

    @Query("select * from silence where ended_at is null and begins_at <= :now and ends_at > :now order by ends_at, id")
    List<Row> active(Instant now);

    @Query("select * from silence where ended_at is null and ends_at > :now order by begins_at, id")
    List<Row> current(Instant now);

    @Query("select * from silence where ended_at is not null or ends_at <= :now order by id desc limit :limit")
    List<Row> past(Instant now, int limit);

    @Query("update silence set ended_at = :now, ended_by = :by where id = :id and ended_at is null and ends_at > :now")
    int end(long id, Instant now, String by);

    @Query("update silence set settled = true where settled = false and ended_at <= :before")
    int settle(Instant before);
}
