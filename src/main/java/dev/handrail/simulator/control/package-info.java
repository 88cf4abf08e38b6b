/**
 * The levers behind the local Slack, for tests and for its page: look at everything, act as a person, let things fail, fire a
 * sample alert. Start at {@link dev.handrail.simulator.control.ControlApi}.
 */
@NullMarked
package dev.handrail.simulator.control;

import org.jspecify.annotations.NullMarked;
