/**
 * What people set about sources: start at {@link dev.handrail.intake.settings.IntakeSettings}. A file that cannot be used keeps
 * Handrail from starting, with every problem at file:line:column; no problem shows a secret.
 */
@NullMarked
package dev.handrail.intake.settings;

import org.jspecify.annotations.NullMarked;
