/**
 * The command line: {@code handrail demo}, {@code serve}, {@code verify}.
 */
@NullMarked
package dev.handrail.cli;

import org.jspecify.annotations.NullMarked;
