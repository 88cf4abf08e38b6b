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
    REFUND_FAILED("RefundFailed", "refunds", "high", "A refund came back from the customer's bank"),
    PRICE_MISMATCH("PriceMismatch", "price", "critical", "17 SKUs are on sale at a wrong price"),
    QUEUE_CONSUMER_DOWN("QueueConsumerDown", "queues", "high", "A queue has messages and no consumer"),
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
            case ORDER_EXPORT_STALLED,
                    PAYMENT_CAPTURED_ORDER_PENDING,
                    BATCH_JOB_STALLED,
                    REFUND_FAILED,
                    PRICE_MISMATCH,
                    QUEUE_CONSUMER_DOWN -> alertName;
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
            case REFUND_FAILED ->
                Map.of(
                        "refund_id",
                        "re_demo" + number,
                        "payment_id",
                        "pi_demo" + number,
                        "order_id",
                        Integer.toString(300_120 + number));
            case PRICE_MISMATCH -> Map.of("sku", "24-MB0" + number % 10);
            case QUEUE_CONSUMER_DOWN -> {
                var queue = even ? "media.storage.catalog" : "async.operations.all";
                yield Map.of("queue", queue, "consumer", queue);
            }
            case UNKNOWN_FAILURE -> Map.of("instance", "tax-" + number);
            case NASTY_TEXT -> Map.of("order_id", "<!channel> <@U01ANA> *" + number + "*", "region", "eu");
        };
    }
}
