@NullMarked
package dev.handrail.intake.taking;

import org.jspecify.annotations.NullMarked;
