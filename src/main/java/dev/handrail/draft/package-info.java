/**
 * A runbook from what people did about a failure that none was known for. Start at {@link dev.handrail.draft.Drafts}; what the
 * record says is gathered by {@link dev.handrail.draft.Findings}, and written by {@link dev.handrail.draft.Script}.
 *
 * <p>No language model: a draft says what was recorded, in the order in which it was, and asks its author for the rest. Names,
 * times and secrets stay out of it, and what strangers wrote is text in it and never markup.
 */
@NullMarked
package dev.handrail.draft;

import org.jspecify.annotations.NullMarked;
