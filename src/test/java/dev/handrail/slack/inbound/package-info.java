/** Tests. */
@NullMarked
package dev.handrail.slack.inbound;

import org.jspecify.annotations.NullMarked;
