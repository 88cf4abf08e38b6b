/** Clicks, as many as people could ever make: see src/bench/load/clicks. */
@NullMarked
package dev.handrail.click;

import org.jspecify.annotations.NullMarked;
