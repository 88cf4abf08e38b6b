@NullMarked
package dev.handrail.intake.mapping;

import org.jspecify.annotations.NullMarked;
