/** Tests of what the local Slack sends. */
@NullMarked
package dev.handrail.simulator.interaction;

import org.jspecify.annotations.NullMarked;
