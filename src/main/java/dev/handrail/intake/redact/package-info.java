/**
 * Secrets are taken out of what senders send before anything is made of it: start at
 * {@link dev.handrail.intake.redact.Redaction}. Every delivery passes here, so text is looked at once, and closely only where
 * a mark of a secret stands in it.
 */
@NullMarked
package dev.handrail.intake.redact;

import org.jspecify.annotations.NullMarked;
