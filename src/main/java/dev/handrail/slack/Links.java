package dev.handrail.slack;

import dev.handrail.incident.IncidentId;

/** Handrail's own pages. {@code baseUrl} has no slash at its end. */
public record Links(String baseUrl) {
    public Links {
        baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    public String incident(IncidentId id) {
        return baseUrl + "/incidents/" + id.value();
    }
}
