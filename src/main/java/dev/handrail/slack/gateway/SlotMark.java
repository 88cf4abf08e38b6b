package dev.handrail.slack.gateway;

import com.slack.api.model.Message;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import java.util.Map;

/**
 * The name of a message of ours inside its metadata. Others can read it, so it holds ids and nothing else.
 *
 * @param about {@code incident} or {@code notice}
 * @param number which of them
 * @param slot what of it
 */
public record SlotMark(String about, long number, String slot) {
    private static final String TYPE = "handrail_slot";

    public SlotMark(IncidentId incident, String slot) {
        this("incident", incident.value(), slot);
    }

    /** @param recipient whom or where it is sent */
    public static SlotMark ofNotice(long notice, String recipient) {
        return new SlotMark("notice", notice, recipient);
    }

    String json() {
        return Json.write(Map.of("event_type", TYPE, "event_payload", payload()));
    }

    boolean isOn(Message message) {
        var metadata = message.getMetadata();
        return metadata != null
                && TYPE.equals(metadata.getEventType())
                && payload().equals(metadata.getEventPayload());
    }

    private Map<String, Object> payload() {
        return Map.of(about, Long.toString(number), "slot", slot);
    }
}
