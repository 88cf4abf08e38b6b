/** The App Home. */
@NullMarked
package dev.handrail.slack.home;

import org.jspecify.annotations.NullMarked;
