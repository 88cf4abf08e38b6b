/**
 * A timeline as people read it. Start at {@link dev.handrail.web.timeline.EventWords}.
 */
@NullMarked
package dev.handrail.web.timeline;

import org.jspecify.annotations.NullMarked;
