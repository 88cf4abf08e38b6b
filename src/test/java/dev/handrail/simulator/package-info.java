/** Tests of the local Slack, and {@link dev.handrail.simulator.SlackDriver}, with which other tests act as people do. */
@NullMarked
package dev.handrail.simulator;

import org.jspecify.annotations.NullMarked;
