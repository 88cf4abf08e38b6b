/**
 * What people press and type: the buttons and modals that Handrail shows, and what comes back from them. A button carries its
 * {@link dev.handrail.slack.press.Verb} as action id and a {@link dev.handrail.slack.press.Ticket} as value; both are checked
 * again when they come back, and so is the state that they are about.
 */
@NullMarked
package dev.handrail.slack.press;

import org.jspecify.annotations.NullMarked;
