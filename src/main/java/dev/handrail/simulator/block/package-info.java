/**
 * Block Kit as Slack accepts it, and a little stricter: what the local Slack does not know, it refuses. Start at
 * {@link dev.handrail.simulator.block.BlockCheck}.
 */
@NullMarked
package dev.handrail.simulator.block;

import org.jspecify.annotations.NullMarked;
