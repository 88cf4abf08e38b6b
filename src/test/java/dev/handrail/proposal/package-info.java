@NullMarked
package dev.handrail.proposal;

import org.jspecify.annotations.NullMarked;
