package dev.handrail.runbook;

/** One known answer of a step: the label on its button, and where it leads. */
public record Outcome(String label, Target target) {}
