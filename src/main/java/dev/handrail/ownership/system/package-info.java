/**
 * The systems that checks and retries may reach, as systems.yml says. Start at
 * {@link dev.handrail.ownership.system.ExternalSystem}.
 */
@NullMarked
package dev.handrail.ownership.system;

import org.jspecify.annotations.NullMarked;
