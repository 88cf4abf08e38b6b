package dev.handrail.runbook.current;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** The text of the last revision without errors of each file. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RevisionRepository extends GenericRepository<RevisionRepository.Row, String> {
    @MappedEntity("runbook_revision")
    record Row(@Id String path, String revision, String text, Instant keptAt) {}

    Optional<Row> findById(String path);

    Row save(Row row);

    Row update(Row row);
}
