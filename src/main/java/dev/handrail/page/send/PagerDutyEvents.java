package dev.handrail.page.send;

import dev.handrail.alert.Severity;
import dev.handrail.platform.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends letters as events of PagerDuty. All of one incident have one deduplication key: a page again is no second alert there,
 * and whoever takes it here silences it there.
 *
 * @see <a href="https://developer.pagerduty.com/docs/events-api-v2/trigger-events/">Events API v2</a>
 */
public final class PagerDutyEvents {
    private static final int LONGEST_SUMMARY = 1024;

    private final HttpPost http;
    private final URI url;

    /** @param base what the API's addresses begin with, without a slash at the end */
    public PagerDutyEvents(HttpPost http, URI base) {
        this.http = http;
        this.url = URI.create(base + "/v2/enqueue");
    }

    public Result send(Letter letter, String routingKey) {
        var event = new LinkedHashMap<String, Object>();
        event.put("routing_key", routingKey);
        event.put("dedup_key", letter.thread());
        event.put("event_action", action(letter.kind()));
        if (letter.kind() == Letter.Kind.PAGE || letter.kind() == Letter.Kind.TEST) {
            event.put("client", "Handrail");
            event.put("client_url", letter.about().link());
            event.put(
                    "links",
                    List.of(Map.of(
                            "href",
                            letter.about().link(),
                            "text",
                            letter.kind() == Letter.Kind.TEST ? "Handrail" : "The incident in Handrail")));
            event.put("payload", payload(letter));
        }
        return http.post("PagerDuty", url, Json.write(event).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static Map<String, Object> payload(Letter letter) {
        var about = letter.about();
        var headline = letter.headline();
        return Map.of(
                "summary", headline.substring(0, Math.min(headline.length(), LONGEST_SUMMARY)),
                "source", "handrail",
                "severity", severity(about.severity()),
                "timestamp", about.openedAt().toString(),
                "component", about.flow().isEmpty() ? "unknown" : about.flow(),
                "group", about.owner(),
                "custom_details",
                        Map.of(
                                "why",
                                letter.why(),
                                "whom",
                                letter.whom(),
                                "incident",
                                Long.toString(about.incident())));
    }

    private static String action(Letter.Kind kind) {
        return switch (kind) {
            case PAGE, TEST -> "trigger";
            case ACKNOWLEDGED -> "acknowledge";
            case RESOLVED -> "resolve";
        };
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "info";
        };
    }
}
