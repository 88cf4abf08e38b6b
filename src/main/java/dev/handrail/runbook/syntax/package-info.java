/**
 * The two things that make a step walk: its list of outcomes, and the fences that Handrail reads. Each is read where it stands;
 * what it means among the other steps is settled in {@code parse}.
 */
@NullMarked
package dev.handrail.runbook.syntax;

import org.jspecify.annotations.NullMarked;
