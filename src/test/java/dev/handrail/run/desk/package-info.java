/** The desk on both databases. */
@NullMarked
package dev.handrail.run.desk;

import org.jspecify.annotations.NullMarked;
