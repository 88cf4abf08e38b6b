/** Rehearsals of runbooks that are being written. */
@NullMarked
package dev.handrail.preview;

import org.jspecify.annotations.NullMarked;
