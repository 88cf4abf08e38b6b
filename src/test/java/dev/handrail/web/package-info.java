/** Pages and the API over real HTTP. */
@NullMarked
package dev.handrail.web;

import org.jspecify.annotations.NullMarked;
