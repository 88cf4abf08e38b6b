/**
 * What the fences of a runbook say: checks, questions and retries, with their placeholders and expectations. Start at
 * {@link dev.handrail.runbook.fence.Fence}. Values only; how they are read out of Markdown is in {@code syntax}.
 */
@NullMarked
package dev.handrail.runbook.fence;

import org.jspecify.annotations.NullMarked;
