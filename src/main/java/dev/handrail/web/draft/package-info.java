/**
 * The runbook that is drafted from an incident which none was known for: a page, two files, and JSON. Start at
 * {@link dev.handrail.web.draft.DraftReads}.
 */
@NullMarked
package dev.handrail.web.draft;

import org.jspecify.annotations.NullMarked;
