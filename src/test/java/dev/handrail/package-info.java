/** Tests of the whole house. */
@NullMarked
package dev.handrail;

import org.jspecify.annotations.NullMarked;
