/** What Slack shows of storms. */
@NullMarked
package dev.handrail.slack.storm;

import org.jspecify.annotations.NullMarked;
