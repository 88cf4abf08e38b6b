/** What arrives, and waits for the disk: the line by itself, and the desk on both databases. */
@NullMarked
package dev.handrail.run.arrival;

import org.jspecify.annotations.NullMarked;
