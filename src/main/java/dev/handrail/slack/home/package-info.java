/**
 * The App Home: what waits for one person, and what is theirs. Start at {@link dev.handrail.slack.home.Homes}.
 */
@NullMarked
package dev.handrail.slack.home;

import org.jspecify.annotations.NullMarked;
