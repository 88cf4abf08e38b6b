/** Tests: systems. */
@NullMarked
package dev.handrail.ownership.system;

import org.jspecify.annotations.NullMarked;
