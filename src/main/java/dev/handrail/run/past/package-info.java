/**
 * Incidents that are over and like one that no runbook is known for. Start at {@link dev.handrail.run.past.Precedents}.
 *
 * <p>Looked for when the incident is shown and never when it is opened: taking alerts costs the same, and the answer is the same
 * each time, because only what was over by the opening counts.
 */
@NullMarked
package dev.handrail.run.past;

import org.jspecify.annotations.NullMarked;
