package dev.handrail.graph;

import dev.handrail.runbook.StepId;

/** A step of one of several runbooks. */
record Place(String path, StepId step) {}
