package dev.handrail.run.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.alert.Alert;
import dev.handrail.incident.AlertRepository;
import dev.handrail.incident.AlertSummary;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts of incidents, read as what they are. */
@Singleton
final class Alerts {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final AlertRepository rows;

    Alerts(AlertRepository rows) {
        this.rows = rows;
    }

    AlertSummary summary(IncidentId id) {
        var all = rows.of(id.value());
        var annotations =
                common(all.stream().map(AlertRepository.Row::annotations).toList());
        return new AlertSummary(
                all.size(),
                (int) all.stream().filter(AlertRepository.Row::firing).count(),
                common(all.stream().map(AlertRepository.Row::labels).toList()),
                annotations,
                Optional.ofNullable(annotations.get(Alert.LINK_ANNOTATION)).filter(Alert::isLink));
    }

    private static Map<String, String> common(List<String> objects) {
        if (objects.isEmpty()) {
            return Map.of();
        }
        var common = new HashMap<>(Json.read(objects.getFirst(), TEXTS));
        objects.stream()
                .skip(1)
                .map(object -> Json.read(object, TEXTS))
                .forEach(other ->
                        common.entrySet().removeIf(entry -> !entry.getValue().equals(other.get(entry.getKey()))));
        return common;
    }
}
