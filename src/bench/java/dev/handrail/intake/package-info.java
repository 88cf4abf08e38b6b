/** How long the way in takes before anything is stored. */
@NullMarked
package dev.handrail.intake;

import org.jspecify.annotations.NullMarked;
