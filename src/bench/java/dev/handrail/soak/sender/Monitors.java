package dev.handrail.soak.sender;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** What monitoring that people run themselves sends. */
final class Monitors {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy.MM.dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BOTH =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Monitors() {}

    static List<Sender> all() {
        return List.of(
                Sender.grouping("alertmanager", 50, Monitors::alertmanager),
                Sender.grouping("grafana", 50, Monitors::grafana),
                Sender.single("zabbix", Monitors::zabbix),
                Sender.single("uptime-kuma", Monitors::uptimeKuma),
                Sender.single("checkmk", Monitors::checkmk),
                Sender.single("soak-shop", Monitors::ownMapping));
    }

    private static String alertmanager(Report report) {
        return """
                {"version": "4", "groupKey": "{}:{alertname=\\"%s\\"}", "receiver": "handrail", "status": "%s", \
                "externalURL": "http://alertmanager.soak:9093", "truncatedAlerts": 0, "alerts": [%s]}""".formatted(report.one().name(), report.word("firing", "resolved"), alerts(report));
    }

    private static String grafana(Report report) {
        return """
                {"version": "1", "orgId": 1, "groupKey": "{}/{}:{alertname=\\"%s\\"}", "receiver": "handrail", "state": "%s", \
                "status": "%s", "title": "[%s] %s", "alerts": [%s]}""".formatted(
                        report.one().name(),
                        report.word("alerting", "ok"),
                        report.word("firing", "resolved"),
                        report.word("FIRING", "RESOLVED"),
                        report.one().name(),
                        alerts(report));
    }

    private static String alerts(Report report) {
        return report.troubles().stream()
                .map(trouble -> """
                        {"status": "%s", "labels": {"alertname": "%s", "flow": "%s", "order": "%s", "severity": "warning"}, \
                        "annotations": {"summary": "%s waits"}, "startsAt": "%s", "endsAt": "%s", \
                        "generatorURL": "http://prometheus.soak/graph?g0.expr=up"}""".formatted(
                                report.word("firing", "resolved"),
                                trouble.name(),
                                trouble.flow(),
                                trouble.mark(),
                                trouble.mark(),
                                trouble.began(),
                                report.over() ? report.at().toString() : "0001-01-01T00:00:00Z"))
                .collect(Collectors.joining(","));
    }

    private static String zabbix(Report report) {
        var trouble = report.one();
        return """
                {"trigger_id": "%d", "trigger_name": "%s", "event_id": "%d", "status": "%s", "severity": "High", \
                "host": "shop-%s", "event_date": "%s", "event_time": "%s", "event_recovery_date": "%s", \
                "event_recovery_time": "%s", "event_tags": [{"tag": "flow", "value": "%s"}], "item_value": "97 %%"}""".formatted(
                        trouble.number(),
                        trouble.name(),
                        trouble.number(),
                        report.word("PROBLEM", "RESOLVED"),
                        trouble.mark(),
                        DATE.format(trouble.began()),
                        TIME.format(trouble.began()),
                        report.over() ? DATE.format(report.at()) : "{EVENT.RECOVERY.DATE}",
                        report.over() ? TIME.format(report.at()) : "{EVENT.RECOVERY.TIME}",
                        trouble.flow());
    }

    private static String uptimeKuma(Report report) {
        var trouble = report.one();
        return """
                {"heartbeat": {"monitorID": %d, "status": %s, "time": "%s", "msg": "%s", "important": true, "duration": 60}, \
                "monitor": {"id": %d, "name": "%s", "type": "http", "url": "https://%s.shop.example/", \
                "tags": [{"name": "flow", "value": "%s"}]}, "msg": "[%s] %s"}""".formatted(
                        trouble.number(),
                        report.word("0", "1"),
                        BOTH.format(report.at()),
                        report.word("connect ECONNREFUSED", "200 - OK"),
                        trouble.number(),
                        trouble.name(),
                        trouble.mark(),
                        trouble.flow(),
                        trouble.name(),
                        trouble.mark());
    }

    private static String checkmk(Report report) {
        var trouble = report.one();
        return """
                {"NOTIFICATIONTYPE": "%s", "WHAT": "SERVICE", "HOSTNAME": "%s", "HOSTADDRESS": "10.1.2.3", "OMD_SITE": "soak", \
                "SERVICEDESC": "%s", "SERVICESTATE": "%s", "SERVICEOUTPUT": "queue of %s", "MICROTIME": "%d"}""".formatted(
                        report.word("PROBLEM", "RECOVERY"),
                        trouble.mark(),
                        trouble.name(),
                        report.word("CRITICAL", "OK"),
                        trouble.mark(),
                        report.at().toEpochMilli() * 1000);
    }

    /** As {@code soak-shop.yml} reads it, which the script writes. */
    private static String ownMapping(Report report) {
        var trouble = report.one();
        return """
                {"failure": "%s", "state": "%s", "flow": "%s", "order": "%s", "since": "%s", "until": "%s"}""".formatted(
                        trouble.name(),
                        report.word("failing", "fine"),
                        trouble.flow(),
                        trouble.mark(),
                        trouble.began(),
                        report.over() ? report.at().toString() : "");
    }
}
