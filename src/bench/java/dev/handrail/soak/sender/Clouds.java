package dev.handrail.soak.sender;

import dev.handrail.platform.Json;
import java.util.List;

/** What clouds and monitoring as a service send. */
final class Clouds {
    private Clouds() {}

    static List<Sender> all() {
        return List.of(
                Sender.single("datadog", Clouds::datadog),
                Sender.single("cloudwatch-sns", Clouds::cloudWatch),
                Sender.single("newrelic", Clouds::newRelic),
                Sender.single("azure-monitor", Clouds::azure),
                Sender.single("gcp-monitoring", Clouds::google),
                Sender.single("pingdom", Clouds::pingdom));
    }

    private static String datadog(Report report) {
        var trouble = report.one();
        return """
                {"id": "%d%s", "title": "[%s] %s", "alert_transition": "%s", "alert_type": "%s", "monitor_id": "77%d", \
                "scopes": "order:%s", "tags": "flow:%s,order:%s", "date": "%d", "body": "%%%%%% orders wait %%%%%%", \
                "org": {"id": "7", "name": "soak"}, "link": "https://app.datadoghq.com/monitors/77%d"}""".formatted(
                        trouble.number(),
                        report.word("1", "2"),
                        report.word("Triggered", "Recovered"),
                        trouble.name(),
                        report.word("Triggered", "Recovered"),
                        report.word("error", "success"),
                        trouble.number(),
                        trouble.mark(),
                        trouble.flow(),
                        trouble.mark(),
                        report.at().toEpochMilli(),
                        trouble.number());
    }

    /** A notification: that a subscription is confirmed wants Amazon's own signature, and is left to the tests. */
    private static String cloudWatch(Report report) {
        var trouble = report.one();
        var arn = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:" + trouble.name() + "-" + trouble.mark();
        var alarm = """
                {"AlarmName": "%s", "AlarmArn": "%s", "AWSAccountId": "123456789012", "Region": "EU (Frankfurt)", \
                "NewStateValue": "%s", "OldStateValue": "%s", "NewStateReason": "Threshold Crossed", \
                "StateChangeTime": "%s", "Trigger": {"MetricName": "Waiting", "Namespace": "Shop", \
                "Dimensions": [{"name": "flow", "value": "%s"}]}}""".formatted(
                        trouble.name(),
                        arn,
                        report.word("ALARM", "OK"),
                        report.word("OK", "ALARM"),
                        report.at(),
                        trouble.flow());
        return """
                {"Type": "Notification", "MessageId": "%s-%s", "TopicArn": "arn:aws:sns:eu-central-1:123456789012:soak", \
                "Subject": "%s: \\"%s\\" in EU (Frankfurt)", "Timestamp": "%s", "Message": %s}""".formatted(
                        trouble.mark(),
                        report.word("1", "2"),
                        report.word("ALARM", "OK"),
                        trouble.name(),
                        report.at(),
                        Json.write(alarm));
    }

    private static String newRelic(Report report) {
        var trouble = report.one();
        return """
                {"issueId": "%s", "issueUrl": "https://radar-api.service.newrelic.com/accounts/1/issues/%s", \
                "title": "%s", "priority": "CRITICAL", "state": "%s", "alertConditionNames": ["%s"], \
                "alertPolicyNames": ["Shop"], "impactedEntities": ["%s"], "totalIncidents": 1, "createdAt": %d%s}""".formatted(
                        trouble.mark(),
                        trouble.mark(),
                        trouble.name(),
                        report.word("ACTIVATED", "CLOSED"),
                        trouble.name(),
                        trouble.mark(),
                        trouble.began().toEpochMilli(),
                        report.over() ? ", \"closedAt\": " + report.at().toEpochMilli() : "");
    }

    private static String azure(Report report) {
        var trouble = report.one();
        return """
                {"schemaId": "azureMonitorCommonAlertSchema", "data": {"essentials": {"alertId": \
                "/subscriptions/11111111-2222/providers/Microsoft.AlertsManagement/alerts/%s", "alertRule": "%s", \
                "severity": "Sev2", "signalType": "Metric", "monitorCondition": "%s", "monitoringService": "Platform", \
                "alertTargetIDs": ["/subscriptions/11111111-2222/resourcegroups/shop/providers/x/%s"], \
                "firedDateTime": "%s"%s}, "alertContext": {"condition": {"allOf": [{"metricName": "Waiting", \
                "dimensions": [{"name": "flow", "value": "%s"}]}]}}}}""".formatted(
                        trouble.mark(),
                        trouble.name(),
                        report.word("Fired", "Resolved"),
                        trouble.mark(),
                        trouble.began(),
                        report.over() ? ", \"resolvedDateTime\": \"" + report.at() + "\"" : "",
                        trouble.flow());
    }

    private static String google(Report report) {
        var trouble = report.one();
        return """
                {"version": "1.2", "incident": {"incident_id": "0.%s", "scoping_project_id": "soak", "policy_name": "%s", \
                "condition_name": "Waiting", "state": "%s", "started_at": %d, "ended_at": %s, "summary": "%s waits", \
                "resource": {"type": "k8s_pod", "labels": {"flow": "%s"}}, \
                "url": "https://console.cloud.google.com/monitoring/alerting/incidents/0.%s"}}""".formatted(
                        trouble.mark(),
                        trouble.name(),
                        report.word("open", "closed"),
                        trouble.beganSecond(),
                        report.over() ? Long.toString(report.at().getEpochSecond()) : "null",
                        trouble.mark(),
                        trouble.flow(),
                        trouble.mark());
    }

    private static String pingdom(Report report) {
        var trouble = report.one();
        return """
                {"check_id": %d, "check_name": "%s", "check_type": "HTTP", "current_state": "%s", "previous_state": "%s", \
                "importance_level": "HIGH", "check_params": {"hostname": "%s.shop.example"}, "tags": ["flow:%s"], \
                "state_changed_timestamp": %d, "description": "HTTP Error 500"}""".formatted(
                        trouble.number(),
                        trouble.name(),
                        report.word("DOWN", "UP"),
                        report.word("UP", "DOWN"),
                        trouble.mark(),
                        trouble.flow(),
                        report.at().getEpochSecond());
    }
}
