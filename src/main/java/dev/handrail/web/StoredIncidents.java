package dev.handrail.web;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.WorkList;
import dev.handrail.platform.Transactions;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.past.Precedents;
import dev.handrail.slack.deliver.SlackRefusals;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incidents as they are stored. */
@Singleton
final class StoredIncidents implements IncidentReads {
    private final RunReader reader;
    private final Precedents precedents;
    private final SlackRefusals refusals;
    private final AlertRepository alerts;
    private final Transactions transactions;

    StoredIncidents(
            RunReader reader,
            Precedents precedents,
            SlackRefusals refusals,
            AlertRepository alerts,
            Transactions transactions) {
        this.alerts = alerts;
        this.transactions = transactions;
        this.reader = reader;
        this.precedents = precedents;
        this.refusals = refusals;
    }

    @Override
    public List<String> refusals(IncidentId id) {
        return refusals.of(id).stream()
                .map(refusal -> "%s: %s".formatted(refusal.slot(), refusal.problem()))
                .toList();
    }

    @Override
    public List<IncidentView> page(Optional<IncidentId> before, int limit) {
        return reader.page(before, limit);
    }

    @Override
    public List<IncidentView> open() {
        return reader.open();
    }

    @Override
    public Optional<IncidentView> find(IncidentId id) {
        return reader.find(id).map(precedents::with);
    }

    @Override
    public List<WorkList.Item> items(IncidentId id, int offset, int limit) {
        return reader.items(id, offset, limit);
    }

    @Override
    public List<KeptAlert> alerts(IncidentId id, int limit) {
        return transactions.read(() -> alerts.first(id, limit));
    }

    @Override
    public Map<Long, String> hashes(IncidentId id) {
        return reader.hashes(id);
    }
}
