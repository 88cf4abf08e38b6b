/**
 * Payloads after they came in: replayed by {@link dev.handrail.intake.kept.Replay} once a mapping is mended, and deleted by
 * {@link dev.handrail.intake.kept.Retention} in time; placed by {@link dev.handrail.intake.kept.Unplaced} after a crash.
 */
@NullMarked
package dev.handrail.intake.kept;

import org.jspecify.annotations.NullMarked;
