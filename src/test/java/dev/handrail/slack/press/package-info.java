/** Tests. */
@NullMarked
package dev.handrail.slack.press;

import org.jspecify.annotations.NullMarked;
