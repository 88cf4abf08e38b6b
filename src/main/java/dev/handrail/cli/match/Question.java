package dev.handrail.cli.match;

import dev.handrail.alert.Alert;

/**
 * An alert to find a runbook for.
 *
 * @param line where it stands in its file, counted from 1
 */
public record Question(int line, Alert alert, Expected expected) {}
