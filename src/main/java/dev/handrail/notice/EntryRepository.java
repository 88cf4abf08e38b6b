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
import org.jspecify.annotations.Nullable;

/** What the notices tell of. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EntryRepository extends GenericRepository<EntryRepository.Row, Long> {
    /**
     * @param openKey the key of the matter; absent once it is settled
     * @param body a {@code Matter} as JSON
     */
    @MappedEntity("notice_entry")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            long noticeId,
            @Nullable String openKey,
            String body,
            @Nullable Instant settledAt) {}

    Row save(Row row);

    @Query("select * from notice_entry where notice_id = :noticeId order by id")
    List<Row> of(long noticeId);

    @Query("""
            select e.* from notice_entry e join notice n on n.id = e.notice_id
            where e.open_key is not null and n.topic = :topic order by e.id""")
    List<Row> open(String topic);

    @Query("update notice_entry set open_key = null, settled_at = :at where id = :id")
    int settle(long id, Instant at);
}
