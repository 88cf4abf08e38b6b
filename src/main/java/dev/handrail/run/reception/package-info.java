/**
 * Where alerts come in and find, or open, their incident. Start at {@link dev.handrail.run.reception.AlertDesk}.
 */
@NullMarked
package dev.handrail.run.reception;

import org.jspecify.annotations.NullMarked;
