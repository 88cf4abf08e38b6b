@NullMarked
package dev.handrail.intake.kept;

import org.jspecify.annotations.NullMarked;
