/**
 * Where commands and alerts are handled: the one transaction that spans an incident and its run. Start at
 * {@link dev.handrail.run.desk.RunService}.
 */
@NullMarked
package dev.handrail.run.desk;

import org.jspecify.annotations.NullMarked;
