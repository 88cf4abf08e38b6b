package dev.handrail.platform.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Where the hashes of the credentials that Handrail made itself are kept. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CredentialRepository extends GenericRepository<CredentialRepository.Row, String> {
    @MappedEntity("credential")
    record Row(@Id String name, String hash, Instant createdAt) {}

    Optional<Row> findByName(String name);

    /** Returns 1, or 0 where one of that name is stored already: another replica was first. */
    @Query("INSERT INTO credential (name, hash, created_at) VALUES (:name, :hash, :createdAt) ON CONFLICT DO NOTHING")
    int insert(String name, String hash, Instant createdAt);
}
