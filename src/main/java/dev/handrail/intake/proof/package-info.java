/**
 * How senders show that they may send: start at {@link dev.handrail.intake.proof.Proof}. Each signature is checked as its sender
 * documents it, over the bytes that came, in constant time. Knows nothing of HTTP.
 */
@NullMarked
package dev.handrail.intake.proof;

import org.jspecify.annotations.NullMarked;
