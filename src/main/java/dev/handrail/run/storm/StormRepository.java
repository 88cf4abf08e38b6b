package dev.handrail.run.storm;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Storms, by the incident that stands for each. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StormRepository extends GenericRepository<StormRepository.Row, Long> {
    /**
     * @param firing whether our own alert of it was last said to fire
     * @param shown what its parts came to when its card was last brought up to date
     * @param settled whether nothing is left to do for it
     */
    @MappedEntity("storm")
    record Row(@Id long incidentId, String place, boolean firing, long shown, boolean settled) {}

    /** @param parts what the timelines of its parts come to: it grows with whatever happens to any of them */
    @Introspected
    record Standing(long incidentId, String place, boolean firing, long shown, boolean over, long open, long parts) {}

    Row save(Row row);

    Row update(Row row);

    Optional<Row> findById(long incidentId);

    /**
     * Returns those that are open, and that somebody still looks after. By one look at each: a join may be read from its other
     * side, which is every incident that there ever was.
     */
    @Query("""
            select * from storm where settled = false
            and (select run.closed_at from run where run.incident_id = storm.incident_id) is null""")
    List<Row> open();

    @Query("""
            select storm.incident_id, storm.place, storm.firing, storm.shown, parent.closed_at is not null as over,
                   count(case when part.incident_id is not null and part.closed_at is null then 1 end) as open,
                   coalesce(sum(part.head), 0) + count(part.incident_id) as parts
            from storm
            join run parent on parent.incident_id = storm.incident_id
            left join storm_part on storm_part.storm_id = storm.incident_id
            left join run part on part.incident_id = storm_part.incident_id
            where storm.settled = false
            group by storm.incident_id, storm.place, storm.firing, storm.shown, parent.closed_at
            order by storm.incident_id""")
    List<Standing> unsettled();

    @Query("update storm set firing = :firing where incident_id = :incidentId")
    long fire(long incidentId, boolean firing);

    @Query("update storm set shown = :parts where incident_id = :incidentId")
    long show(long incidentId, long parts);

    @Query("update storm set settled = true where incident_id = :incidentId")
    long settle(long incidentId);

    @Query("update run set dirty_since = :now where incident_id = :incidentId and dirty_since is null")
    long touch(long incidentId, Instant now);
}
