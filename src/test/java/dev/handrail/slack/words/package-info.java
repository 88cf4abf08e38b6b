/** Tests. */
@NullMarked
package dev.handrail.slack.words;

import org.jspecify.annotations.NullMarked;
