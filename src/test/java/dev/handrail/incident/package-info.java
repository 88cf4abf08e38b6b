/** Grouping and the chain. */
@NullMarked
package dev.handrail.incident;

import org.jspecify.annotations.NullMarked;
