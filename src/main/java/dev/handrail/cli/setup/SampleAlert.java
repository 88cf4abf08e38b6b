package dev.handrail.cli.setup;

/**
 * An alert to try Handrail with, as Alertmanager sends it.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">Alertmanager: webhook, version 4</a>
 */
public final class SampleAlert {
    /** Leaves the quotes for a moment, so that the shell puts in the time: each firing is then a new one. */
    private static final String NOW = "'\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\"'";

    private SampleAlert() {}

    /** Returns a command for a POSIX shell, on three lines. */
    static String curl(String url, String token) {
        return """
                curl %s \\
                  -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
                  -d '%s'""".formatted(url, token, payload(NOW));
    }

    /** Returns the payload; no text in it holds a single quote, which would end it in a shell. */
    static String payload(String startsAt) {
        return """
                {"version":"4","status":"firing","receiver":"handrail","groupKey":"{}:{alertname=\\"OrderExportStalled\\"}",\
                "groupLabels":{"alertname":"OrderExportStalled"},"commonLabels":{},"commonAnnotations":{},"externalURL":"",\
                "alerts":[{"status":"firing","startsAt":"%s","endsAt":"0001-01-01T00:00:00Z","generatorURL":"",\
                "labels":{"alertname":"OrderExportStalled","flow":"order-to-erp","severity":"critical",\
                "order_id":"100000042","job_code":"order_export"},\
                "annotations":{"summary":"No order has reached the ERP for 25 minutes; 37 are waiting"}}]}""".formatted(startsAt);
    }
}
