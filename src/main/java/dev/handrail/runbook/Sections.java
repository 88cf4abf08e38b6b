package dev.handrail.runbook;

import java.util.Map;

/**
 * The parts of a runbook that are read, not walked: Markdown, empty where the file has no such section.
 *
 * @param links from front matter, name to address
 */
public record Sections(
        String meaning, String impact, String causes, String escalation, String references, Map<String, String> links) {
    public Sections {
        links = Map.copyOf(links);
    }
}
