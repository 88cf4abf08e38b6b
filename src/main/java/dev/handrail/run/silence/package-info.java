/**
 * What keeps an alert from opening an incident: silences, and the maintenance windows of flows. Start at
 * {@link dev.handrail.run.silence.Holds}, which decides; {@link dev.handrail.run.silence.SilenceDesk} is where people make and
 * end silences.
 */
@NullMarked
package dev.handrail.run.silence;

import org.jspecify.annotations.NullMarked;
