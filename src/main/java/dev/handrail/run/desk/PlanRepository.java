package dev.handrail.run.desk;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** What runs are pinned to, by the hash of its content. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<PlanRepository.Row, String> {
    /** @param body a {@code Plan} as JSON */
    @MappedEntity("plan")
    record Row(@Id String hash, String body) {}

    Optional<Row> findById(String hash);

    /** Adds a plan, unless it is there. */
    @Query("insert into plan (hash, body) values (:hash, :body) on conflict do nothing")
    void keep(String hash, String body);
}
