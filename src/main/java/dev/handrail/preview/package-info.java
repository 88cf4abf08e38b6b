/**
 * What an author sees of a runbook before anybody else does. Start at {@link dev.handrail.preview.Manuscript}, a file as it is
 * being written; {@link dev.handrail.preview.Rehearsal} walks it, by the rules of a real run.
 */
@NullMarked
package dev.handrail.preview;

import org.jspecify.annotations.NullMarked;
