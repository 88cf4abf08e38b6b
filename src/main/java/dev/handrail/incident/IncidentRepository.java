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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Incidents: what never changes about them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface IncidentRepository extends GenericRepository<IncidentRepository.Row, Long> {
    /** @param id absent until it is stored */
    @MappedEntity("incident")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            String groupKey,
            String title,
            String severity,
            @Nullable String flow,
            String channel,
            String why,
            Instant openedAt) {}

    Row save(Row row);

    Optional<Row> findById(long id);

    /** Returns incidents older than {@code before}, newest first. */
    @Query("select * from incident where id < :before order by id desc limit :limit")
    List<Row> page(long before, int limit);

    @Query("select id from incident order by id")
    List<Long> ids();
}
