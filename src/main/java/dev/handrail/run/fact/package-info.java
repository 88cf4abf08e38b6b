/**
 * What is true of a run and knows nothing of runs: start at {@link dev.handrail.run.fact.Condition}, what the source says;
 * {@link dev.handrail.run.fact.Arrangements} is what people have agreed among themselves.
 */
@NullMarked
package dev.handrail.run.fact;

import org.jspecify.annotations.NullMarked;
