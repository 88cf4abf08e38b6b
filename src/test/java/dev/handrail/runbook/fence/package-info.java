/** Tests: placeholders and expectations. */
@NullMarked
package dev.handrail.runbook.fence;

import org.jspecify.annotations.NullMarked;
