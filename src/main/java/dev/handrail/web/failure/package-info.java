/**
 * Every error that leaves over HTTP, in one shape.
 */
@NullMarked
package dev.handrail.web.failure;

import org.jspecify.annotations.NullMarked;
