/**
 * The pure core: commands in, events out. Start at {@link dev.handrail.run.machine.RunMachine}.
 */
@NullMarked
package dev.handrail.run.machine;

import org.jspecify.annotations.NullMarked;
