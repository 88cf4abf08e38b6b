/**
 * What is done again and again beside the walks: storms are kept up with the incidents that they are made of, by
 * {@link dev.handrail.run.watch.StormWatch}, and held alerts are decided when their time has come, by
 * {@link dev.handrail.run.watch.HeldAlerts}.
 */
@NullMarked
package dev.handrail.run.watch;

import org.jspecify.annotations.NullMarked;
