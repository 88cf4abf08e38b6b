/** Tests: the library of this process. */
@NullMarked
package dev.handrail.runbook.current;

import org.jspecify.annotations.NullMarked;
