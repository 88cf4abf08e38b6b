@NullMarked
package dev.handrail.intake.proof;

import org.jspecify.annotations.NullMarked;
