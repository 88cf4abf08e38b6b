/** Tests. */
@NullMarked
package dev.handrail.slack.deliver;

import org.jspecify.annotations.NullMarked;
