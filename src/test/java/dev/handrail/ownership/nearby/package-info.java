/** Tests: OWNERS and CODEOWNERS. */
@NullMarked
package dev.handrail.ownership.nearby;

import org.jspecify.annotations.NullMarked;
