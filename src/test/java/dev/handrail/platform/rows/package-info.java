/** Tests: rows that arrive as they were sent, on both databases. */
@NullMarked
package dev.handrail.platform.rows;

import org.jspecify.annotations.NullMarked;
