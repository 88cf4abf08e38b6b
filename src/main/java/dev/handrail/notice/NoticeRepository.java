package dev.handrail.notice;

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

/** The notices, without what they tell of. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeRepository extends GenericRepository<NoticeRepository.Row, Long> {
    /** @param topic the name of a {@code Topic} */
    @MappedEntity("notice")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            String topic,
            String owner,
            Instant madeAt,
            @Nullable Instant dirtySince) {}

    Row save(Row row);

    @Query("select * from notice where dirty_since is not null order by dirty_since limit :limit")
    List<Row> dirty(int limit);

    @Query("select * from notice where topic = :topic and owner = :owner order by made_at desc limit 1")
    Optional<Row> newest(String topic, String owner);

    @Query("update notice set dirty_since = :at where id = :id")
    int soil(long id, Instant at);

    /** Does nothing if it has changed since. */
    @Query("update notice set dirty_since = null where id = :id and dirty_since = :since")
    int clean(long id, Instant since);
}
