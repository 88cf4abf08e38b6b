/**
 * Who may call: two bearer tokens for machines and one password for people, given by the environment or made at the first start.
 * Start at {@link dev.handrail.platform.access.Credentials}. Knows nothing of HTTP.
 */
@NullMarked
package dev.handrail.platform.access;

import org.jspecify.annotations.NullMarked;
