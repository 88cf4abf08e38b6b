/** Tests. */
@NullMarked
package dev.handrail.slack.lease;

import org.jspecify.annotations.NullMarked;
