/** Tests: owners and flows. */
@NullMarked
package dev.handrail.ownership;

import org.jspecify.annotations.NullMarked;
