/** The front matter of a runbook: which alerts it is for, and how their incidents are handled. */
@NullMarked
package dev.handrail.runbook.front;

import org.jspecify.annotations.NullMarked;
