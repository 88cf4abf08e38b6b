/** What may be sent in. */
@NullMarked
package dev.handrail.intake;

import org.jspecify.annotations.NullMarked;
