/** Tests of the pure core. Start at {@code Walks}, the runbooks that they walk, and {@code Rehearsal}, which drives one. */
@NullMarked
package dev.handrail.run.machine;

import org.jspecify.annotations.NullMarked;
