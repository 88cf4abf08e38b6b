/**
 * Whom the OWNERS and CODEOWNERS files of a library name for its runbooks. Start at
 * {@link dev.handrail.ownership.nearby.FileOwners}.
 */
@NullMarked
package dev.handrail.ownership.nearby;

import org.jspecify.annotations.NullMarked;
