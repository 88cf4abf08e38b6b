package dev.handrail.slack.gateway;

import com.slack.api.model.Message;
import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import java.util.Map;

/** The name of a slot inside the metadata of its message. Others can read it, so it holds ids and nothing else. */
public record SlotMark(IncidentId incident, String slot) {
    private static final String TYPE = "handrail_slot";

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
        return Map.of("incident", Long.toString(incident.value()), "slot", slot);
    }
}
