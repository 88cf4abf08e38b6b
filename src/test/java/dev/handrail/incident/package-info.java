/** The chain. */
@NullMarked
package dev.handrail.incident;

import org.jspecify.annotations.NullMarked;
