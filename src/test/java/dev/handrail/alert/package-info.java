/** Tests: what monitoring says. */
@NullMarked
package dev.handrail.alert;

import org.jspecify.annotations.NullMarked;
