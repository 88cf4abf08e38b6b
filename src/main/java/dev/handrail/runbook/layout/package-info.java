/**
 * How a file is divided into sections and steps. Start at {@link dev.handrail.runbook.layout.Layouts}: chunks between
 * headings make sections, and sections are cut into drafts of steps. Every block ends up in exactly one place.
 */
@NullMarked
package dev.handrail.runbook.layout;

import org.jspecify.annotations.NullMarked;
