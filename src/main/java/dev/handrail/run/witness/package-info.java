/** Who is told of a run's events in the transaction that stores them: {@link dev.handrail.run.witness.EventWitness}. */
@NullMarked
package dev.handrail.run.witness;

import org.jspecify.annotations.NullMarked;
