/**
 * Files that people write: YAML with positions, and the problems found in them at file:line:column.
 */
@NullMarked
package dev.handrail.platform.source;

import org.jspecify.annotations.NullMarked;
