/** Events in words. */
@NullMarked
package dev.handrail.web.timeline;

import org.jspecify.annotations.NullMarked;
