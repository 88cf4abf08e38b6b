/** Tests, and {@link dev.handrail.slack.Drill}, which makes incidents for them. */
@NullMarked
package dev.handrail.slack;

import org.jspecify.annotations.NullMarked;
