package dev.handrail.incident;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The entries of timelines. There is no way to change one. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TimelineRepository extends GenericRepository<TimelineRepository.Row, Long> {
    @MappedEntity("timeline")
    record Row(@Id long incidentId, long place, Instant happenedAt, String body, String hash) {}

    List<Row> saveAll(List<Row> rows);

    @Query("select * from timeline where incident_id = :incidentId order by place")
    List<Row> of(long incidentId);

    @Query("select * from timeline where incident_id = :incidentId and place = :place")
    Optional<Row> find(long incidentId, long place);
}
