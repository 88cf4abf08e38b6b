/** Rows on their way into a database by hand, many at once: start at {@link dev.handrail.platform.rows.JdbcTable}. */
@NullMarked
package dev.handrail.platform.rows;

import org.jspecify.annotations.NullMarked;
