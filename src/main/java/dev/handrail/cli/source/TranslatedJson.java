package dev.handrail.cli.source;

import dev.handrail.alert.Alert;
import dev.handrail.intake.translate.Request;
import dev.handrail.intake.translate.Translated;
import dev.handrail.platform.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a payload, for programs. */
final class TranslatedJson {
    private TranslatedJson() {}

    private record Shown(
            List<ShownAlert> alerts,
            List<String> noAlert,
            List<String> problems,
            Optional<String> answer,
            Optional<String> confirm) {}

    private record ShownAlert(
            String status,
            String fingerprint,
            String groupKey,
            Instant startsAt,
            Optional<Instant> endsAt,
            Map<String, String> labels,
            Map<String, String> annotations) {}

    static String of(Translated translated) {
        var request = translated.request();
        return Json.write(new Shown(
                translated.alerts().stream().map(TranslatedJson::shown).toList(),
                translated.passedOver(),
                translated.problems(),
                request.flatMap(asked ->
                        asked instanceof Request.Answer answer ? Optional.of(answer.body()) : Optional.empty()),
                request.flatMap(asked -> asked instanceof Request.Confirmation confirmation
                        ? Optional.of(confirmation.address())
                        : Optional.empty())));
    }

    private static ShownAlert shown(Alert alert) {
        return new ShownAlert(
                alert.status().name(),
                alert.fingerprint().value(),
                alert.groupKey(),
                alert.startsAt(),
                alert.endsAt(),
                alert.labels(),
                alert.annotations());
    }
}
