/** Merging and splitting on both databases. */
@NullMarked
package dev.handrail.run.merge;

import org.jspecify.annotations.NullMarked;
