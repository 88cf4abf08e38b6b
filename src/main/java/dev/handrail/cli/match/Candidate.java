package dev.handrail.cli.match;

/**
 * A runbook that may be for an alert.
 *
 * @param runbook its path in the library
 * @param confidence from 0 to 1; 1 for the only one that is certain
 */
public record Candidate(String runbook, double confidence, String why) {}
