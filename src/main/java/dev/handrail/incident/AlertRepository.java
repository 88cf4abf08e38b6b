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

/** The alerts that incidents gather, as their source last reported them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AlertRepository extends GenericRepository<AlertRepository.Row, Long> {
    /** @param labels and {@code annotations}: JSON objects of text */
    @MappedEntity("alert")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            long incidentId,
            long payloadId,
            String fingerprint,
            boolean firing,
            Instant startsAt,
            String labels,
            String annotations) {}

    Row save(Row row);

    Row update(Row row);

    @Query("select * from alert where incident_id = :incidentId order by id")
    List<Row> of(long incidentId);

    @Query("select * from alert where incident_id = :incidentId and fingerprint = :fingerprint")
    Optional<Row> find(long incidentId, String fingerprint);

    /** Returns the alert in the newest incident that holds it. */
    @Query("select * from alert where fingerprint = :fingerprint order by incident_id desc limit 1")
    Optional<Row> newest(String fingerprint);
}
