/**
 * When the systems of a flow are worked on, again and again. Start at {@link dev.handrail.ownership.maintenance.MaintenanceWindow}.
 */
@NullMarked
package dev.handrail.ownership.maintenance;

import org.jspecify.annotations.NullMarked;
