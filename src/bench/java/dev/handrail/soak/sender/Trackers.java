package dev.handrail.soak.sender;

import java.util.List;

/** What keeps track of troubles that others have found. */
final class Trackers {
    private Trackers() {}

    static List<Sender> all() {
        return List.of(
                Sender.single("pagerduty", Trackers::pagerDuty),
                Sender.single("pagerduty-events", Trackers::events),
                Sender.single("sentry", Trackers::sentry),
                Sender.single("opsgenie", Trackers::opsgenie));
    }

    private static String pagerDuty(Report report) {
        var trouble = report.one();
        return """
                {"event": {"id": "01%d%s", "event_type": "incident.%s", "resource_type": "incident", "occurred_at": "%s", \
                "agent": null, "data": {"id": "Q%d", "type": "incident", "incident_key": "%s", "number": %d, "title": "%s", \
                "status": "%s", "urgency": "high", "created_at": "%s"%s, "service": {"id": "P1", "summary": "Shop"}, \
                "html_url": "https://soak.pagerduty.com/incidents/Q%d"}}}""".formatted(
                        trouble.number(),
                        report.word("A", "B"),
                        report.word("triggered", "resolved"),
                        report.at(),
                        trouble.number(),
                        trouble.mark(),
                        trouble.number(),
                        trouble.name(),
                        report.word("triggered", "resolved"),
                        trouble.began(),
                        report.over() ? ", \"resolved_at\": \"" + report.at() + "\"" : "",
                        trouble.number());
    }

    private static String events(Report report) {
        var trouble = report.one();
        return """
                {"routing_key": "R0123456789", "event_action": "%s", "dedup_key": "%s", "client": "shop", \
                "payload": {"summary": "%s", "source": "shop-1", "severity": "error", "timestamp": "%s", \
                "custom_details": {"flow": "%s"}}}""".formatted(
                        report.word("trigger", "resolve"), trouble.mark(), trouble.name(), report.at(), trouble.flow());
    }

    private static String sentry(Report report) {
        var trouble = report.one();
        return """
                {"action": "%s", "installation": {"uuid": "a8e5d37a"}, "data": {"issue": {"id": "%d", "shortId": "SHOP-%s", \
                "title": "%s", "level": "error", "platform": "java", "status": "%s", "firstSeen": "%s", "lastSeen": "%s", \
                "project": {"id": "1", "slug": "shop"}, "permalink": "https://soak.sentry.io/issues/%d/"}}}""".formatted(
                        report.word("created", "resolved"),
                        trouble.number(),
                        trouble.mark(),
                        trouble.name(),
                        report.word("unresolved", "resolved"),
                        trouble.began(),
                        report.at(),
                        trouble.number());
    }

    private static String opsgenie(Report report) {
        var trouble = report.one();
        return """
                {"action": "%s", "integrationName": "handrail", "alert": {"alertId": "%s-a", "alias": "%s", "message": "%s", \
                "priority": "P2", "tags": ["shop"], "createdAt": %d, "updatedAt": %d, "details": {"flow": "%s"}}}""".formatted(
                        report.word("Create", "Close"),
                        trouble.mark(),
                        trouble.mark(),
                        trouble.name(),
                        trouble.began().toEpochMilli(),
                        report.at().toEpochMilli(),
                        trouble.flow());
    }
}
