/**
 * Incidents that people begin by hand: drills, and real ones that no alert told of. Start at
 * {@link dev.handrail.run.hand.HandDesk}.
 */
@NullMarked
package dev.handrail.run.hand;

import org.jspecify.annotations.NullMarked;
