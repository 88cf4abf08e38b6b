package dev.handrail.web;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.platform.Json;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payloads as they are stored. */
@Singleton
final class StoredPayloads implements PayloadReads {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int MOST = 20;

    private final PayloadRepository payloads;

    StoredPayloads(PayloadRepository payloads) {
        this.payloads = payloads;
    }

    @Override
    public Optional<Payload> find(long id) {
        return payloads.findById(id)
                .map(row -> new Payload(
                        line(row),
                        row.body(),
                        Optional.ofNullable(row.headers())
                                .map(json -> Json.read(json, TEXTS))
                                .orElse(Map.of()),
                        Optional.ofNullable(row.replayedAt())));
    }

    @Override
    public List<Line> of(IncidentId incident) {
        return payloads.ofIncident(incident.value(), MOST).stream()
                .map(StoredPayloads::line)
                .toList();
    }

    private static Line line(PayloadRepository.Row row) {
        return new Line(
                row.number(),
                row.source(),
                row.receivedAt(),
                Optional.ofNullable(row.problem()).orElse(""));
    }
}
