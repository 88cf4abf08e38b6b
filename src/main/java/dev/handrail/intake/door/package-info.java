/**
 * The way in as it is configured: which sources there are, who may send to each, and how much. Start at
 * {@link dev.handrail.intake.door.Door}, which lets a call in or says why not; {@link dev.handrail.intake.door.SourceFolder} reads
 * the files that configure it.
 */
@NullMarked
package dev.handrail.intake.door;

import org.jspecify.annotations.NullMarked;
