package dev.handrail.run.storm;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of storms: incidents that were gathered. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PartRepository extends GenericRepository<PartRepository.Row, Long> {
    /** @param released whether it stands for itself again */
    @MappedEntity("storm_part")
    record Row(@Id long incidentId, long stormId, String mode, boolean released) {}

    /** An open incident. {@code stormId} is absent while it stands for itself. */
    @Introspected
    record Open(long incidentId, @Nullable Long stormId) {}

    /** A part as a storm's card shows it. */
    @Introspected
    record Shown(long incidentId, String title) {}

    /** How many parts a storm has. */
    @Introspected
    record Count(long incidents, long modes, long open, long version) {}

    @Query("""
            select run.incident_id, storm_part.storm_id from run
            left join storm_part on storm_part.incident_id = run.incident_id and storm_part.released = false
            where run.incident_id = any(:incidentIds) and run.closed_at is null""")
    List<Open> open(@TypeDef(type = DataType.LONG_ARRAY) Long[] incidentIds);

    @Query("""
            select incident_id from storm_part where storm_id = :stormId and released = false
            order by incident_id limit :limit""")
    List<Long> unreleased(long stormId, int limit);

    @Query("update storm_part set released = true where incident_id = :incidentId and storm_id = :stormId")
    long release(long incidentId, long stormId);

    /** Returns the first parts: the open ones, then the others. */
    @Query("""
            select incident.id as incident_id, incident.title from storm_part
            join incident on incident.id = storm_part.incident_id
            join run on run.incident_id = storm_part.incident_id
            where storm_part.storm_id = :stormId
            order by case when run.closed_at is null then 0 else 1 end, incident.id limit :limit""")
    List<Shown> of(long stormId, int limit);

    @Query("""
            select count(*) as incidents, count(distinct storm_part.mode) as modes,
                   count(case when run.closed_at is null then 1 end) as open,
                   coalesce(sum(run.head), 0) + count(*) as version
            from storm_part join run on run.incident_id = storm_part.incident_id
            where storm_part.storm_id = :stormId""")
    Count count(long stormId);
}
