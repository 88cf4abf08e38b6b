/**
 * What people do, told to the bot as Slack tells it: signed, with 3 s to answer. Buttons are
 * {@link dev.handrail.simulator.interaction.Clicks}, modals {@link dev.handrail.simulator.interaction.Modals}, words
 * {@link dev.handrail.simulator.interaction.Speech}.
 */
@NullMarked
package dev.handrail.simulator.interaction;

import org.jspecify.annotations.NullMarked;
