package dev.handrail.intake.watch;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When each source that is watched was heard last, by any replica. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface WatchRepository extends GenericRepository<WatchRepository.Row, String> {
    /** @param silentSince while an alert says that it is silent */
    @MappedEntity("source_watch")
    record Row(@Id String source, Instant heardAt, @Nullable Instant silentSince) {}

    Optional<Row> findBySource(String source);

    /** Begins to watch a source; without effect on one that is watched. */
    @Query("insert into source_watch (source, heard_at) values (:source, :at) on conflict do nothing")
    void begin(String source, Instant at);

    /** Another replica may have heard it later. */
    @Query("update source_watch set heard_at = :at where source = :source and heard_at < :at")
    void heard(String source, Instant at);

    @Query("update source_watch set silent_since = :since where source = :source")
    void silent(String source, @Nullable Instant since);
}
