/**
 * What Slack should show of an incident: a pure function of its view. Start at {@link dev.handrail.slack.render.Projection}.
 *
 * <p>No code anywhere sends a message about something. A message is a {@link dev.handrail.slack.render.Slot} that the view
 * asks for, and {@code deliver} sees to it that Slack has it.
 */
@NullMarked
package dev.handrail.slack.render;

import org.jspecify.annotations.NullMarked;
