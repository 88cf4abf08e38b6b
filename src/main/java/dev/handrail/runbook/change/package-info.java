/**
 * What is different between two revisions of a runbook. Start at {@link dev.handrail.runbook.change.Changes}.
 */
@NullMarked
package dev.handrail.runbook.change;

import org.jspecify.annotations.NullMarked;
