/**
 * What {@code GET /health} says beside whether the database answers. Start at
 * {@link dev.handrail.web.health.RunbooksHealth}.
 */
@NullMarked
package dev.handrail.web.health;

import org.jspecify.annotations.NullMarked;
