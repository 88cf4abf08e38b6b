/** Tests: the library's pages. */
@NullMarked
package dev.handrail.web.runbook;

import org.jspecify.annotations.NullMarked;
