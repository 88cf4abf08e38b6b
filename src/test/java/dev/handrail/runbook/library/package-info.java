/** Tests: folders of runbooks. */
@NullMarked
package dev.handrail.runbook.library;

import org.jspecify.annotations.NullMarked;
