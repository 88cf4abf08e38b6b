/**
 * {@code handrail source}: what may send alerts, and what becomes of what it sends. Start at
 * {@link dev.handrail.cli.source.SourceCommand}.
 */
@NullMarked
package dev.handrail.cli.source;

import org.jspecify.annotations.NullMarked;
