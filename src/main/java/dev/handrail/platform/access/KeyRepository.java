package dev.handrail.platform.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Where the keys that Handrail made for itself are kept. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRepository extends GenericRepository<KeyRepository.Row, String> {
    @MappedEntity("installation_key")
    record Row(@Id String name, String text, Instant createdAt) {}

    Optional<Row> findByName(String name);

    /** Does nothing where one of that name is stored already: another replica was first. */
    @Query(
            "insert into installation_key (name, text, created_at) values (:name, :text, :createdAt) on conflict do nothing")
    int insert(String name, String text, Instant createdAt);
}
