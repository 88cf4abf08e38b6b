package dev.handrail.runbook;

import java.util.List;

/**
 * What one file says: which alerts it is for, whose it is, and its steps.
 *
 * @param id stable identity; by default the path without {@code .md}
 * @param path relative to the library's folder, with {@code /}; of one of several in a file {@code file.md#AlertName}
 * @param match any item may cover an alert
 */
public record Runbook(
        String id,
        String path,
        Revision revision,
        String title,
        Status status,
        List<MatchRule> match,
        Policy policy,
        Content content) {

    /** Whether alerts may start it. Only {@code ACTIVE} ones match; the others are kept for reading and for drills. */
    public enum Status {
        DRAFT,
        ACTIVE,
        RETIRED
    }

    /**
     * The parts that are read, and the steps that are walked.
     *
     * @param names by which links, also those of other files, mean the steps
     */
    public record Content(Sections sections, Walk walk, StepNames names) {}

    public Runbook {
        match = List.copyOf(match);
    }

    /** Returns the path of the file that it stands in. */
    public String file() {
        var part = path.indexOf('#');
        return part < 0 ? path : path.substring(0, part);
    }

    public Walk walk() {
        return content.walk();
    }

    public Sections sections() {
        return content.sections();
    }

    public StepNames names() {
        return content.names();
    }
}
