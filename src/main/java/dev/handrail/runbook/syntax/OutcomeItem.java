package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Position;

/**
 * One item of an outcome list.
 *
 * @param at where the label begins
 * @param aimAt where the target begins
 */
public record OutcomeItem(String label, Aim aim, Position at, Position aimAt) {}
