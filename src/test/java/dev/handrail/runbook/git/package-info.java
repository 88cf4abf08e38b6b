/** Tests: a real git over real HTTP and SSH. */
@NullMarked
package dev.handrail.runbook.git;

import org.jspecify.annotations.NullMarked;
