/**
 * Where alerts find, or open, their incident. Start at {@link dev.handrail.run.reception.AlertStore}.
 */
@NullMarked
package dev.handrail.run.reception;

import org.jspecify.annotations.NullMarked;
