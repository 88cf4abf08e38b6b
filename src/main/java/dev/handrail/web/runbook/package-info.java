/**
 * The library for those who read it: every runbook with its steps, who changed it, and what is wrong with it; as pages and as
 * JSON. Start at {@link dev.handrail.web.runbook.Bookshelf}.
 */
@NullMarked
package dev.handrail.web.runbook;

import org.jspecify.annotations.NullMarked;
