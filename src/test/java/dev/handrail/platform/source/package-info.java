/** Tests: yAML with positions. */
@NullMarked
package dev.handrail.platform.source;

import org.jspecify.annotations.NullMarked;
