/**
 * Silences, maintenance windows and what they hold: the page for people, and JSON for programs. Start at
 * {@link dev.handrail.web.silence.SilencesController}.
 */
@NullMarked
package dev.handrail.web.silence;

import org.jspecify.annotations.NullMarked;
