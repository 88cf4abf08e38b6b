/** Tests. */
@NullMarked
package dev.handrail.slack.render;

import org.jspecify.annotations.NullMarked;
