package dev.handrail.web.silence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.alert.Silence;
import java.time.Instant;

/** A silence as the API says it. The keys are a contract: they are only ever added. */
final class SilenceJson {
    private SilenceJson() {}

    /** @param holds the number of alerts that it holds */
    static ObjectNode of(Silence silence, Instant now, int holds) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", silence.id()).put("state", state(silence, now));
        var matchers = json.putArray("matchers");
        silence.matchers().forEach(matcher -> matchers.add(matcher.toString()));
        return json.put("from", silence.from().toString())
                .put("until", silence.until().toString())
                .put("who", silence.who())
                .put("why", silence.why())
                .put(
                        "ended_at",
                        silence.ended().map(ended -> ended.at().toString()).orElse(null))
                .put("ended_by", silence.ended().map(Silence.Ended::by).orElse(null))
                .put("holds", holds);
    }

    private static String state(Silence silence, Instant now) {
        if (silence.isOver(now)) {
            return "ended";
        }
        return silence.isActive(now) ? "active" : "future";
    }
}
