/**
 * JSONata, made safe for what strangers send: start at {@link dev.handrail.intake.expression.Expression}. Work is bounded,
 * regular expressions run in linear time, nothing evaluates what was sent, and {@link dev.handrail.intake.expression.Fields}
 * know which of them were looked at.
 */
@NullMarked
package dev.handrail.intake.expression;

import org.jspecify.annotations.NullMarked;
