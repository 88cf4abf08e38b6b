package dev.handrail.proposal;

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

/** What people picked, and for which labels. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProposalRepository extends GenericRepository<ProposalRepository.Row, Long> {
    /**
     * @param proposal SHA-256 of the runbook and the labels
     * @param labels as JSON
     * @param incidentId the newest, and so {@code pickedBy} and {@code pickedAt}
     */
    @MappedEntity("match_proposal")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            String proposal,
            String runbook,
            String labels,
            int picks,
            long incidentId,
            String pickedBy,
            Instant pickedAt) {}

    /** Adds a proposal that nobody has picked yet, unless it is there. */
    @Query("""
            insert into match_proposal (proposal, runbook, labels, picks, incident_id, picked_by, picked_at)
            values (:proposal, :runbook, :labels, 0, :incidentId, '', current_timestamp) on conflict do nothing""")
    void know(String proposal, String runbook, String labels, long incidentId);

    @Query("""
            update match_proposal
            set picks = picks + 1, incident_id = :incidentId, picked_by = :pickedBy, picked_at = :pickedAt
            where proposal = :proposal""")
    int pick(Row row);

    @Query("select * from match_proposal order by id")
    List<Row> all();
}
