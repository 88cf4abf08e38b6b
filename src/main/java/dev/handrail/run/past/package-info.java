/**
 * What has happened: all of it in one incident ({@link dev.handrail.run.past.Histories}), and incidents that are over and like
 * one that no runbook is known for ({@link dev.handrail.run.past.Precedents}).
 *
 * <p>Those are looked for when the incident is shown and never when it is opened: taking alerts costs the same, and the answer is the same
 * each time, because only what was over by the opening counts.
 */
@NullMarked
package dev.handrail.run.past;

import org.jspecify.annotations.NullMarked;
