package dev.handrail.simulator.control;

import java.util.Map;
import java.util.TreeMap;

/** An alert to try the bot with; each firing is about another order, payment provider or job. */
enum SampleAlert {
    ORDER_EXPORT_STALLED("OrderExportStalled", "order-to-erp", "critical", "Order export to the ERP has stalled"),
    PAYMENT_CAPTURED_ORDER_PENDING(
            "PaymentCapturedOrderPending",
            "payment-to-order",
            "critical",
            "Payment is captured, but its order is still pending"),
    BATCH_JOB_STALLED("BatchJobStalled", "batch-jobs", "warning", "Batch job has made no progress for 20 minutes"),
    UNKNOWN_FAILURE("TaxServiceSlow", "tax", "warning", "Tax service answers in more than 5 s"),
    NASTY_TEXT(
            "OrderExportStalled",
            "order-to-erp",
            "critical",
            "<!channel> <@U01ANA> *bold* _it_ `code` \u202ertl <https://evil.example|https://bank.example> & ```");

    private final String alertName;
    private final String flow;
    private final String severity;
    private final String summary;

    SampleAlert(String alertName, String flow, String severity, String summary) {
        this.alertName = alertName;
        this.flow = flow;
        this.severity = severity;
        this.summary = summary;
    }

    String alertName() {
        return alertName;
    }

    /** Returns what a person chooses it by. */
    String title() {
        return switch (this) {
            case UNKNOWN_FAILURE -> alertName + " (an unknown failure: no runbook)";
            case NASTY_TEXT -> alertName + " with hostile text";
            case ORDER_EXPORT_STALLED, PAYMENT_CAPTURED_ORDER_PENDING, BATCH_JOB_STALLED -> alertName;
        };
    }

    String flow() {
        return flow;
    }

    String summary() {
        return summary;
    }

    /** Returns the labels of the {@code number}th firing, counted from 1. */
    Map<String, String> labels(int number) {
        var labels = new TreeMap<>(details(number));
        labels.put("alertname", alertName);
        labels.put("flow", flow);
        labels.put("severity", severity);
        labels.put("environment", "demo");
        return labels;
    }

    private Map<String, String> details(int number) {
        var even = number % 2 == 0;
        return switch (this) {
            case ORDER_EXPORT_STALLED ->
                Map.of(
                        "order_id",
                        Integer.toString(100_480 + number),
                        "job_code",
                        "order_export",
                        "region",
                        even ? "us" : "eu");
            case PAYMENT_CAPTURED_ORDER_PENDING ->
                Map.of("order_id", Integer.toString(200_310 + number), "psp", even ? "stripe" : "adyen");
            case BATCH_JOB_STALLED -> Map.of("job_code", even ? "cleanUpCronJob" : "stockSyncCronJob");
            case UNKNOWN_FAILURE -> Map.of("instance", "tax-" + number);
            case NASTY_TEXT -> Map.of("order_id", "<!channel> <@U01ANA> *" + number + "*", "region", "eu");
        };
    }
}
