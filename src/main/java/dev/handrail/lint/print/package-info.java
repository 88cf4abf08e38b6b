/** How a report is said: to people, to programs, to SARIF viewers, and to GitHub. Start at {@link dev.handrail.lint.print.Format}. */
@NullMarked
package dev.handrail.lint.print;

import org.jspecify.annotations.NullMarked;
