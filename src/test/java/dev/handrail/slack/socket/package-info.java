/** Tests. */
@NullMarked
package dev.handrail.slack.socket;

import org.jspecify.annotations.NullMarked;
