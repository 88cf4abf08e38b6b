package dev.handrail.proposal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Text;
import dev.handrail.platform.Transactions;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** All that people have picked, durable. The same runbook for the same labels is one proposal, picked more than once. */
@Singleton
public final class ProposalBook {
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final ProposalRepository rows;
    private final Transactions transactions;

    ProposalBook(ProposalRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * Notes that somebody picked a runbook for an alert with these labels; nothing, if such an alert could not be known again.
     * Joins the caller's transaction.
     */
    public void note(String runbook, Map<String, String> labels, Proposal.Pick pick) {
        var telling = Proposal.telling(labels);
        if (telling.isEmpty()) {
            return;
        }
        var json = Text.storable(Json.write(telling));
        var row = new ProposalRepository.Row(
                null,
                Sha256.of(runbook + "\n" + json),
                runbook,
                json,
                0,
                pick.incident().value(),
                Text.storable(pick.by()),
                pick.at().truncatedTo(ChronoUnit.MICROS));
        rows.know(row.proposal(), row.runbook(), row.labels(), row.incidentId());
        rows.pick(row);
    }

    /** Returns all, the oldest first, whether they still hold or not. */
    public List<Proposal> all() {
        return transactions.read(
                () -> rows.all().stream().map(ProposalBook::proposal).toList());
    }

    private static Proposal proposal(ProposalRepository.Row row) {
        return new Proposal(
                row.runbook(),
                Json.read(row.labels(), LABELS),
                row.picks(),
                new Proposal.Pick(new IncidentId(row.incidentId()), row.pickedBy(), row.pickedAt()));
    }
}
