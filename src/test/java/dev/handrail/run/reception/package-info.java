/** The shipped runbooks as runs. */
@NullMarked
package dev.handrail.run.reception;

import org.jspecify.annotations.NullMarked;
