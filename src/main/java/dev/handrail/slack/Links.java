package dev.handrail.slack;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.WebPath;

/** Handrail's own pages. {@code baseUrl} has no slash at its end. */
public record Links(String baseUrl) {
    public Links {
        baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    public String incidents() {
        return baseUrl + "/incidents";
    }

    public String runbooks() {
        return baseUrl + "/runbooks";
    }

    public String runbook(String id) {
        return WebPath.of(baseUrl + "/runbooks/", id);
    }

    /** Where the runbook is shown that is drafted from an incident. */
    public String draft(IncidentId id) {
        return incident(id) + "/draft";
    }

    public String incident(IncidentId id) {
        return baseUrl + "/incidents/" + id.value();
    }
}
