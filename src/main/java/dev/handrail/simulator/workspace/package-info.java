/**
 * The made-up workspace: people, channels, messages, modals and the short-lived ids that Slack hands out. Start at
 * {@link dev.handrail.simulator.workspace.Workspace}.
 *
 * <p>Messages are kept as the JSON that Slack would give, because that is what goes in and what goes out. Every change gets a
 * revision, so that a reader can ask for what is new.
 */
@NullMarked
package dev.handrail.simulator.workspace;

import org.jspecify.annotations.NullMarked;
