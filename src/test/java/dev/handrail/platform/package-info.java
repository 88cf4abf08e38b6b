/** What tests stand on. */
@NullMarked
package dev.handrail.platform;

import org.jspecify.annotations.NullMarked;
