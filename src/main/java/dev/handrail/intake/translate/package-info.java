/**
 * From what a sender sent to {@link dev.handrail.alert.Alert}: start at {@link dev.handrail.intake.translate.Translation}. A
 * translation decides nothing about runbooks or incidents, reads no clock and does no IO.
 */
@NullMarked
package dev.handrail.intake.translate;

import org.jspecify.annotations.NullMarked;
