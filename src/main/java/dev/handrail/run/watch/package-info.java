/**
 * What is done again and again beside the walks: storms are kept up with the incidents that they are made of. Start at
 * {@link dev.handrail.run.watch.StormWatch}.
 */
@NullMarked
package dev.handrail.run.watch;

import org.jspecify.annotations.NullMarked;
