/** Credentials and how they are kept. */
@NullMarked
package dev.handrail.platform.access;

import org.jspecify.annotations.NullMarked;
