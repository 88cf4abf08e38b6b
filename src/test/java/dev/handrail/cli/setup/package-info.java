/** Settings of the commands. */
@NullMarked
package dev.handrail.cli.setup;

import org.jspecify.annotations.NullMarked;
