package dev.handrail.e2e;

import dev.handrail.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alertmanager's webhook, version 4, with one alert in it. */
final class TestAlert {
    static final Map<String, String> ORDER =
            Map.of("flow", "order-to-erp", "order_id", "100000042", "job_code", "order_export", "severity", "critical");
    static final Map<String, String> PAYMENT =
            Map.of("flow", "payment-to-order", "order_id", "100000077", "payment_id", "pi_77", "severity", "critical");
    static final Map<String, String> JOB =
            Map.of("flow", "batch-jobs", "job_code", "catalog_index", "severity", "warning");

    private TestAlert() {}

    static String firing(String name, Map<String, String> labels) {
        return webhook(name, labels, "firing");
    }

    static String resolved(String name, Map<String, String> labels) {
        return webhook(name, labels, "resolved");
    }

    private static String webhook(String name, Map<String, String> labels, String status) {
        var all = new TreeMap<>(labels);
        all.put("alertname", name);
        return Json.write(Map.of(
                "version",
                "4",
                "status",
                status,
                "groupKey",
                "{}:{alertname=\"%s\"}".formatted(name),
                "alerts",
                List.of(Map.of(
                        "status",
                        status,
                        "labels",
                        all,
                        "annotations",
                        Map.of("summary", name + " since 02:10"),
                        "startsAt",
                        "2026-11-21T02:10:00Z",
                        "endsAt",
                        status.equals("firing") ? "0001-01-01T00:00:00Z" : "2026-11-21T02:40:00Z",
                        "generatorURL",
                        "https://prometheus.example/graph?g0.expr=x"))));
    }
}
