/** Settings and what is said of wrong ones. */
@NullMarked
package dev.handrail.platform.settings;

import org.jspecify.annotations.NullMarked;
