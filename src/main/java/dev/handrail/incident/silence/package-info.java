/** The silences that people made. Start at {@link dev.handrail.incident.silence.SilenceBook}. */
@NullMarked
package dev.handrail.incident.silence;

import org.jspecify.annotations.NullMarked;
