/** Tests of who may act. Start at {@link dev.handrail.slack.actor.ActorSettingsTest}. */
@NullMarked
package dev.handrail.slack.actor;

import org.jspecify.annotations.NullMarked;
