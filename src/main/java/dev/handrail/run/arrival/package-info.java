/**
 * Where deliveries of alerts arrive and wait for the disk: many that come at once are kept, and answered, before they are placed.
 * Start at {@link dev.handrail.run.arrival.AlertDesk}.
 */
@NullMarked
package dev.handrail.run.arrival;

import org.jspecify.annotations.NullMarked;
