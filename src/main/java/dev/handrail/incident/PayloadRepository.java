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
import org.jspecify.annotations.Nullable;

/** What senders sent, redacted. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface PayloadRepository extends GenericRepository<PayloadRepository.Row, Long> {
    /** @param problem why it, or some of it, could not be translated; absent when all of it was */
    @MappedEntity("payload")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            String source,
            Instant receivedAt,
            String body,
            @Nullable String problem) {}

    /** Returns what could not be translated, newest first. */
    @Query("select * from payload where problem is not null order by id desc limit :limit")
    List<Row> quarantined(int limit);

    @Query("select count(*) from payload")
    long count();
}
