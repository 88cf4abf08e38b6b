package dev.handrail.page.take;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The links by which pages are taken. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LinkRepository extends GenericRepository<LinkRepository.Row, String> {
    /** @param hash of the token, which is kept nowhere */
    @MappedEntity("page_link")
    record Row(
            @Id String hash,
            long pageId,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    Row save(Row row);

    Optional<Row> findById(String hash);

    /** Returns 1 for the first; 0 for everybody after. */
    @Query("update page_link set used_at = :at where hash = :hash and used_at is null")
    int use(String hash, Instant at);
}
