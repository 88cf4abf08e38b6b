/**
 * What Amazon's Simple Notification Service wants of a receiver: start at {@link dev.handrail.intake.sns.SnsSignature}. Nothing is
 * fetched from a host that is not Amazon's.
 */
@NullMarked
package dev.handrail.intake.sns;

import org.jspecify.annotations.NullMarked;
