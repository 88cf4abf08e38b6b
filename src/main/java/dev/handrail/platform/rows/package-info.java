/**
 * Rows that are written and read by hand, many at once: {@link dev.handrail.platform.rows.JdbcTable} is where they are added,
 * {@link dev.handrail.platform.rows.JdbcRows} how they are read.
 */
@NullMarked
package dev.handrail.platform.rows;

import org.jspecify.annotations.NullMarked;
