/** The command line, as people run it. */
@NullMarked
package dev.handrail.cli;

import org.jspecify.annotations.NullMarked;
