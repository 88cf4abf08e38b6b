package dev.handrail.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.workspace.Workspace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Fires and resolves sample alerts: sends what Alertmanager would, and remembers what was fired. */
final class SampleAlerts {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final Workspace workspace;
    private final Optional<AlertTarget> target;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    SampleAlerts(Workspace workspace, Optional<AlertTarget> target, InstantSource clock) {
        this.workspace = workspace;
        this.target = target;
        this.clock = clock;
    }

    ArrayNode menu() {
        var menu = JsonNodeFactory.instance.arrayNode();
        for (var sample : SampleAlert.values()) {
            menu.addObject()
                    .put("sample", sample.name())
                    .put("title", sample.title())
                    .put("summary", sample.summary());
        }
        return menu;
    }

    ObjectNode fire(Arguments arguments) {
        var sample = SampleAlert.valueOf(arguments.text("sample").orElse("ORDER_EXPORT_STALLED"));
        var number = workspace.alerts().size() + 1;
        var labels = sample.labels(number);
        var alert = JsonNodeFactory.instance
                .objectNode()
                .put("id", Integer.toString(number))
                .put("sample", sample.name())
                .put("title", sample.alertName())
                .put("startsAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("endsAt", NEVER)
                .put("status", "firing");
        alert.set("labels", Json.tree(Json.write(labels)));
        return send(alert, sample);
    }

    ObjectNode resolve(Arguments arguments) {
        var id = arguments.text("id").orElse("");
        var alert = workspace.alerts().stream()
                .filter(fired -> fired.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("no_such_alert"))
                .deepCopy();
        alert.put("status", "resolved");
        alert.put("endsAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        return send(alert, SampleAlert.valueOf(alert.path("sample").asText()));
    }

    private ObjectNode send(ObjectNode alert, SampleAlert sample) {
        var answer = post(webhook(alert, sample).toString());
        if (answer.path("status").asInt() / 100 == 2) {
            workspace.remember(alert);
        }
        return answer.put("id", alert.path("id").asText());
    }

    /** @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">Alertmanager: webhooks</a> */
    private static ObjectNode webhook(ObjectNode alert, SampleAlert sample) {
        var webhook = JsonNodeFactory.instance
                .objectNode()
                .put("version", "4")
                .put("receiver", "handrail")
                .put("status", alert.path("status").asText())
                .put("externalURL", "http://alertmanager.example:9093")
                .put("groupKey", "{}/{flow=\"%s\"}:{alertname=\"%s\"}".formatted(sample.flow(), sample.alertName()))
                .put("truncatedAlerts", 0);
        webhook.putObject("groupLabels").put("alertname", sample.alertName());
        webhook.set("commonLabels", alert.path("labels"));
        var annotations = Json.tree(Json.write(annotations(sample)));
        webhook.set("commonAnnotations", annotations);
        var one = webhook.putArray("alerts").addObject();
        one.put("status", alert.path("status").asText())
                .put("startsAt", alert.path("startsAt").asText())
                .put("endsAt", alert.path("endsAt").asText())
                .put("generatorURL", "http://prometheus.example:9090/graph?g0.expr=up")
                .put("fingerprint", Sha256.of(alert.path("labels").toString()).substring(0, 16));
        one.set("labels", alert.path("labels"));
        one.set("annotations", annotations);
        return webhook;
    }

    private static Map<String, String> annotations(SampleAlert sample) {
        return Map.of("summary", sample.summary(), "description", "A sample alert, fired from the local Slack.");
    }

    private ObjectNode post(String webhook) {
        var report = JsonNodeFactory.instance.objectNode().put("ok", true);
        if (target.isEmpty()) {
            return report.put("status", 0).put("problem", "no alert URL is configured");
        }
        try {
            var request = HttpRequest.newBuilder(target.get().url())
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + target.get().token())
                    .POST(BodyPublishers.ofString(webhook))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return report.put("status", answer.statusCode()).put("answer", answer.body());
        } catch (IOException e) {
            return report.put("status", 0).put("problem", "the bot could not be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return report.put("status", 0).put("problem", "the local Slack is stopping");
        }
    }
}
