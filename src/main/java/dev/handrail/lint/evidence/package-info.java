/** What checks look at beside the library itself: alerts that were recorded, and the files that links lead to. */
@NullMarked
package dev.handrail.lint.evidence;

import org.jspecify.annotations.NullMarked;
