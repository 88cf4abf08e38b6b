/**
 * Who answers for what: owners, their escalation policies, and the flows between systems. Start at
 * {@link dev.handrail.ownership.Catalogue}. Sub-packages, which know nothing of it: {@code system}, {@code nearby},
 * {@code maintenance}.
 */
@NullMarked
package dev.handrail.ownership;

import org.jspecify.annotations.NullMarked;
