/** What the authors' commands are made of. */
@NullMarked
package dev.handrail.cli.author;

import org.jspecify.annotations.NullMarked;
