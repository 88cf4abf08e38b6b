package dev.handrail.page.book;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deliveries of pages: one row for each try. There is no way to change one. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface DeliveryRepository extends GenericRepository<DeliveryRepository.Row, Long> {
    /** @param result SENT, LATER, NOT_SET_UP or REFUSED */
    @MappedEntity("page_attempt")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            long pageId,
            Instant at,
            @MappedProperty("outcome") String result,
            String detail) {}

    Row save(Row row);

    @Query("""
            select a.* from page_attempt a join page p on p.id = a.page_id
            where p.incident_id = :incidentId order by a.id""")
    List<Row> of(long incidentId);
}
