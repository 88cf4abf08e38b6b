package dev.handrail.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.intake.redact.Pseudonyms;
import dev.handrail.intake.redact.Redaction;
import dev.handrail.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What taking secrets out of a body of 1 kB by Alertmanager costs, beside reading it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Redacting {
    private static final byte[] BODY = """
            {"receiver":"handrail","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"OrderExportStalled",
            "flow":"order-to-erp","order_id":"100000042","job_code":"order_export","severity":"critical","instance":"10.0.0.12:9100"},
            "annotations":{"summary":"The order export has not moved since 02:10","description":"12 orders wait for the ERP export;
            the oldest for 35 minutes. The export runs every 5 minutes; see the job's last log."},
            "startsAt":"2026-11-21T02:10:00.123Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"9f4111111111a111",
            "generatorURL":"https://prometheus.example/graph?g0.expr=increase%28orders_exported_total%5B30m%5D%29+%3D%3D+0&g0.tab=1"}],
            "groupLabels":{"alertname":"OrderExportStalled"},"commonLabels":{"alertname":"OrderExportStalled","flow":"order-to-erp"},
            "commonAnnotations":{"summary":"The order export has not moved since 02:10"},"externalURL":"http://alertmanager:9093",
            "version":"4","groupKey":"{}:{alertname=\\"OrderExportStalled\\"}","truncatedAlerts":0}""".replace("\n", " ").getBytes(StandardCharsets.UTF_8);

    private final JsonNode tree = Json.tree(BODY);
    private final Redaction redaction = new Redaction(false, new Pseudonyms(new byte[32]));

    @Benchmark
    public JsonNode redact() {
        return redaction.redact(tree);
    }

    @Benchmark
    public JsonNode read() {
        return Json.tree(BODY);
    }
}
