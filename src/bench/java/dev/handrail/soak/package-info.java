/**
 * Senders of every kind, for as long as wanted, while Handrail is ended and started again under them: see src/bench/load/soak.
 * {@code Soak} is where it begins, {@code Traffic} says what is sent, {@code Audit} what must be found afterwards.
 */
@NullMarked
package dev.handrail.soak;

import org.jspecify.annotations.NullMarked;
