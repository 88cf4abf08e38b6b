/**
 * The command line: {@code handrail demo}, {@code serve}, {@code verify}. Every setting is read and checked here, before anything
 * starts; {@link dev.handrail.cli.Server} then runs what is configured.
 */
@NullMarked
package dev.handrail.cli;

import org.jspecify.annotations.NullMarked;
