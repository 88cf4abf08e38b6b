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

/** Which incidents are drills, and of which runbook. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DrillRepository extends GenericRepository<DrillRepository.Row, Long> {
    /** @param runbook its id */
    @MappedEntity("drill")
    record Row(@Id long incidentId, String runbook, String revision, Instant begunAt) {}

    Row save(Row row);

    boolean existsById(long incidentId);

    @Query("select * from drill where runbook = :runbook order by incident_id desc limit 1")
    Optional<Row> last(String runbook);

    @Query("select * from drill order by incident_id desc limit :limit")
    List<Row> newest(int limit);

    @Query("select * from drill where runbook = :runbook order by incident_id desc limit :limit")
    List<Row> newestOf(String runbook, int limit);
}
