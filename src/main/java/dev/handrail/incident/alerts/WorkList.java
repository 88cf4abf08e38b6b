package dev.handrail.incident.alerts;

import java.time.Instant;
import java.util.List;

/**
 * The objects that an incident's alerts are about: orders, payments, jobs. Where its runbook names no business key, it is empty.
 *
 * @param open how many of them still fail, by their source
 * @param next some of those that fail, the longest first
 */
public record WorkList(int total, int open, List<Item> next) {
    public static final WorkList NONE = new WorkList(0, 0, List.of());

    public WorkList {
        next = List.copyOf(next);
    }

    /**
     * One object.
     *
     * @param name the value of the business key, written by strangers
     * @param isOpen whether an alert of it fires
     * @param alerts how many different alerts are about it
     * @param since when the first of them began, by its source
     * @param reportedAt when something new was said of it last
     */
    public record Item(String name, boolean isOpen, int alerts, Instant since, Instant reportedAt) {}

    public boolean isEmpty() {
        return total == 0;
    }
}
