package dev.handrail.run.desk;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where runs stand. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RunRepository extends GenericRepository<RunRepository.Row, Long> {
    /**
     * @param openKey the incident's group key while it is open; absent afterwards
     * @param state a {@code RunState} as JSON; empty where a release that stored another form of it was the last to write
     * @param head the place of the timeline's last entry
     * @param dirtySince since when the Slack thread may not show the head; absent when it does
     */
    @MappedEntity("run")
    record Row(
            @Id long incidentId,
            @Nullable String openKey,
            String planHash,
            String state,
            long head,
            String headHash,
            @Nullable Instant closedAt,
            @Nullable Instant dirtySince) {}

    List<Row> saveAll(List<Row> rows);

    Row update(Row row);

    List<Row> updateAll(List<Row> rows);

    /** When the last entry of a run's timeline happened. */
    @Introspected
    record Last(long incidentId, Instant happenedAt) {}

    @Query("""
            select r.incident_id, t.happened_at
            from run r join timeline t on t.incident_id = r.incident_id and t.place = r.head
            where r.incident_id = any(:incidentIds)""")
    List<Last> last(@TypeDef(type = DataType.LONG_ARRAY) Long[] incidentIds);

    Optional<Row> findById(long incidentId);

    /** Reads runs, lowest number first, and holds them until the transaction ends: their events are handled one at a time. */
    @Query("select * from run where incident_id = any(:incidentIds) order by incident_id for update")
    List<Row> lock(@TypeDef(type = DataType.LONG_ARRAY) Long[] incidentIds);

    @Query("select * from run where incident_id = any(:incidentIds)")
    List<Row> all(@TypeDef(type = DataType.LONG_ARRAY) Long[] incidentIds);

    @Query("select * from run where open_key = :openKey")
    Optional<Row> findOpen(String openKey);

    @Query("select incident_id from run where dirty_since is not null order by dirty_since limit :limit")
    List<Long> dirty(int limit);

    @Query("update run set dirty_since = null where incident_id = :incidentId and head = :head")
    long clean(long incidentId, long head);

    @Query("select incident_id from run where closed_at is null order by incident_id")
    List<Long> open();
}
