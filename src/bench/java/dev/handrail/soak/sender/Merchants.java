package dev.handrail.soak.sender;

import java.util.List;
import java.util.Map;

/** What business systems send: events whose names are fixed, so that the batch is in a field beside. */
final class Merchants {
    private Merchants() {}

    static List<Sender> all() {
        return List.of(
                Sender.single("stripe", Merchants::stripe),
                Sender.single("adyen", Merchants::adyen),
                Sender.single("shopify", Merchants::shopify)
                        .with(trouble -> Map.of(
                                "X-Shopify-Topic",
                                "order_transactions/create",
                                "X-Shopify-Shop-Domain",
                                trouble.batch() + ".myshopify.com")));
    }

    private static String stripe(Report report) {
        var trouble = report.one();
        return """
                {"id": "evt_%d%s", "object": "event", "type": "payout.%s", "created": %d, "livemode": true, "data": {"object": \
                {"id": "po_%s", "object": "payout", "amount": 4200, "currency": "eur", "metadata": {"order_id": "%s"}}}}""".formatted(
                        trouble.number(),
                        report.word("a", "b"),
                        report.word("failed", "paid"),
                        report.at().getEpochSecond(),
                        trouble.mark(),
                        trouble.batch());
    }

    private static String adyen(Report report) {
        var trouble = report.one();
        return """
                {"live": "true", "notificationItems": [{"NotificationRequestItem": {"eventCode": "CAPTURE", "success": "%s", \
                "eventDate": "%s", "merchantAccountCode": "Soak", "merchantReference": "%s", "originalReference": "%s", \
                "pspReference": "%s%s", "amount": {"value": 4200, "currency": "EUR"}}}]}""".formatted(
                        report.word("false", "true"),
                        report.at(),
                        trouble.batch(),
                        trouble.mark(),
                        trouble.mark(),
                        report.word("A", "B"));
    }

    private static String shopify(Report report) {
        var trouble = report.one();
        return """
                {"id": %d%s, "order_id": %d, "kind": "capture", "gateway": "soak", "status": "%s", "message": "card of %s", \
                "created_at": "%s", "processed_at": "%s", "amount": "42.00", "currency": "EUR", "test": false}""".formatted(
                        trouble.number(),
                        report.word("1", "2"),
                        trouble.number(),
                        report.word("failure", "success"),
                        trouble.mark(),
                        report.at(),
                        report.at());
    }
}
