/**
 * What the commands are told: read from the environment and from files, checked, and handed to the framework as properties. Start
 * at {@link dev.handrail.cli.setup.ServerSettings}.
 */
@NullMarked
package dev.handrail.cli.setup;

import org.jspecify.annotations.NullMarked;
