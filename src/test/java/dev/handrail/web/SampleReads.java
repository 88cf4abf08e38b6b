package dev.handrail.web;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.WorkList;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.run.IncidentView;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@link SampleIncidents} instead of a database, where a test asks for them with {@code handrail.samples=true}. */
@Singleton
@Primary
@Requires(property = "handrail.samples", value = "true")
final class SampleReads implements IncidentReads, OperatorReads, PayloadReads {
    @Override
    public List<IncidentView> page(Optional<IncidentId> before, int limit) {
        return SampleIncidents.newestFirst().stream()
                .filter(view -> before.isEmpty()
                        || view.incident().id().value() < before.get().value())
                .limit(limit)
                .toList();
    }

    @Override
    public List<IncidentView> open() {
        return SampleIncidents.newestFirst().stream()
                .filter(view -> view.incident().isOpen())
                .toList();
    }

    @Override
    public Optional<IncidentView> find(IncidentId id) {
        if (id.value() == 666) {
            throw new IllegalStateException("a secret of dev.handrail.Secret");
        }
        return SampleIncidents.newestFirst().stream()
                .filter(view -> view.incident().id().equals(id))
                .findFirst();
    }

    @Override
    public List<WorkList.Item> items(IncidentId id, int offset, int limit) {
        return List.of();
    }

    /** Of the incident with four alerts, the first two. */
    @Override
    public List<KeptAlert> alerts(IncidentId id, int limit) {
        return id.value() == 2
                ? List.of(
                        SampleIncidents.alert("<b>a</b>", Alert.Status.FIRING),
                        SampleIncidents.alert("b", Alert.Status.RESOLVED))
                : List.of();
    }

    @Override
    public List<String> refusals(IncidentId id) {
        return id.value() == 1 ? List.of("root: is_archived in #order-flows; moved to #incidents") : List.of();
    }

    @Override
    public Optional<String> slackFault() {
        return Optional.empty();
    }

    @Override
    public Map<Long, String> hashes(IncidentId id) {
        var hashes = new TreeMap<Long, String>();
        find(id).ifPresent(view ->
                view.timeline().forEach(happened -> hashes.put(happened.position(), Sha256.of("" + happened))));
        return hashes;
    }

    @Override
    public List<Quarantined> quarantined() {
        return List.of(new Quarantined(
                17,
                "alertmanager",
                SampleIncidents.OPENED,
                "version '3' of Alertmanager's webhook; wanted version 4",
                "{\"version\":\"3\",\"alerts\":[{\"labels\":{\"alertname\":\"<b>Old</b>\"}}]}"));
    }

    @Override
    public List<Problem> runbookProblems() {
        return List.of(
                Problem.error(
                        new Position("commerce/order-export-stalled.md", 14, 8),
                        "unknown-owner",
                        "the owner 'intergration'",
                        "one of finance, integration, platform; did you mean 'integration'?"),
                Problem.warning(
                        new Position("flows.yml", 3, 1),
                        "unused-flow",
                        "a flow that no runbook names",
                        "a runbook for it"));
    }

    @Override
    public List<SourceCount> sources() {
        return List.of(
                new SourceCount("alertmanager", 41_207, 0, 0, Optional.of(SampleIncidents.OPENED), ""),
                new SourceCount("shop", 0, 12, 3, Optional.empty(), "X-Shopify-Hmac-Sha256 does not fit <the> body"));
    }

    @Override
    public Optional<Payload> find(long id) {
        return Optional.of(new Payload(
                        new Line(
                                17, "shop", SampleIncidents.OPENED, "alerts[1].labels: found number, wanted text\ntwo"),
                        "{\"topic\":\"<b>orders</b>\",\"id\":1}",
                        Map.of("x-shopify-topic", "orders/create"),
                        Optional.empty()))
                .filter(payload -> payload.line().id() == id);
    }

    @Override
    public List<Line> of(IncidentId incident) {
        return List.of(new Line(17, "alertmanager", SampleIncidents.OPENED, "truncatedAlerts: 3 were left out"));
    }

    @Override
    public List<Undelivered> undelivered() {
        return List.of(new Undelivered(
                new IncidentId(2), "#order-flow", SampleIncidents.OPENED, "not_in_channel: invite the bot"));
    }
}
