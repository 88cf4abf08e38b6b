package dev.handrail.run.storm;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What opened when, and where. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TraceRepository extends GenericRepository<TraceRepository.Row, Long> {
    /** @param places a JSON list */
    @MappedEntity("storm_trace")
    record Row(@Id @GeneratedValue @Nullable Long id, long incidentId, String mode, String places, Instant openedAt) {}

    @Query("select * from storm_trace where id > :after and opened_at >= :since order by id")
    List<Row> after(long after, Instant since);

    /** Returns what an incident was last noted as. */
    @Query("select * from storm_trace where incident_id = :incidentId order by id desc limit 1")
    List<Row> of(long incidentId);
}
