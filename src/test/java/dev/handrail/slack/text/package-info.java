/** Tests. */
@NullMarked
package dev.handrail.slack.text;

import org.jspecify.annotations.NullMarked;
