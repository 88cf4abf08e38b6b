package dev.handrail.intake.kept;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.intake.Intake;
import dev.handrail.intake.door.Source;
import dev.handrail.platform.Json;
import dev.handrail.run.reception.Incoming;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a payload that is kept once more, as its source is set up now. What is kept holds no secrets, so neither does what is made
 * of it.
 */
@Singleton
final class Rereading {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Intake intake;

    Rereading(Intake intake) {
        this.intake = intake;
    }

    /** What names no start began when it came, not now: only so is the same alert known again. */
    Incoming read(PayloadRepository.Row row, Source source) {
        var headers = Optional.ofNullable(row.headers())
                .map(json -> Json.read(json, TEXTS))
                .orElse(Map.of());
        return intake.understand(source, Json.tree(row.body()), headers, row.receivedAt())
                .incoming();
    }
}
