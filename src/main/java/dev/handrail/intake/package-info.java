/**
 * The ways in for alerts: one translation for each source, which ends at {@link dev.handrail.alert.Alert}. What a sender's
 * JSON looks like is known here and nowhere else. Start at {@link dev.handrail.intake.Intake}, which every delivery passes.
 */
@NullMarked
package dev.handrail.intake;

import org.jspecify.annotations.NullMarked;
